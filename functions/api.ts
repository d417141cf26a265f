// Mounts every context's routes on the house's frame.

import { ownCheckIn } from './attendance/personal.routes.ts'
import { attendance } from './attendance/routes.ts'
import { delegates } from './bridge-points/delegates.routes.ts'
import { links } from './bridge-points/link.routes.ts'
import { ownInvitation } from './bridge-points/personal.routes.ts'
import { preparation } from './bridge-points/preparation.routes.ts'
import { bridgePoints } from './bridge-points/routes.ts'
import { bulletins } from './bulletins/routes.ts'
import { conferenceActs } from './conferences/acts.routes.ts'
import { conferencePlans } from './conferences/plan.routes.ts'
import { conferences } from './conferences/routes.ts'
import { conferenceSteps } from './conferences/steps.routes.ts'
import { ownPapers } from './contributions/personal.routes.ts'
import { contributions } from './contributions/routes.ts'
import { persons } from './directory/persons.routes.ts'
import { units } from './directory/units.routes.ts'
import { documents } from './documents/routes.ts'
import { ownPlaceAtFloor } from './floor/personal.routes.ts'
import { floor } from './floor/routes.ts'
import { authenticate } from './grants/authenticate.ts'
import { grants, me } from './grants/routes.ts'
import { imports } from './imports/routes.ts'
import { jobs } from './jobs/routes.ts'
import { recordings } from './media/recordings.routes.ts'
import { media } from './media/routes.ts'
import { register } from './minutes/register.routes.ts'
import { minutes } from './minutes/routes.ts'
import { notices } from './notices/routes.ts'
import { directives } from './outcomes/directives.routes.ts'
import { outcomes } from './outcomes/routes.ts'
import { authenticateLink } from './personal-links/authenticate-link.ts'
import { invitation, ownInvitations, personalLinks } from './personal-links/routes.ts'
import { answerErrors, houseApp } from './shared/app.ts'

const app = houseApp()
answerErrors(app)

export const api = app
  .use('/personal/*', authenticateLink)
  .route('/personal', invitation)
  .route('/personal', ownInvitation)
  .route('/personal', ownCheckIn)
  .route('/personal', ownPapers)
  .route('/personal', ownPlaceAtFloor)
  .use(authenticate)
  .route('/me', me)
  .route('/grants', grants)
  .route('/units', units)
  .route('/persons', persons)
  .route('/jobs', jobs)
  .route('/archive/imports', imports)
  .route('/conferences', conferencePlans)
  .route('/conferences', conferences)
  .route('/conferences', conferenceActs)
  .route('/conferences', conferenceSteps)
  .route('/conferences', notices)
  .route('/conferences', personalLinks)
  .route('/conferences', ownInvitations)
  .route('/conferences', delegates)
  .route('/conferences', preparation)
  .route('/conferences', bridgePoints)
  .route('/conferences', links)
  .route('/conferences', media)
  .route('/conferences', attendance)
  .route('/conferences', contributions)
  .route('/conferences', floor)
  .route('/conferences', outcomes)
  .route('/conferences', documents)
  .route('/conferences', minutes)
  .route('/conferences', recordings)
  .route('/conferences', bulletins)
  .route('/register', register)
  .route('/directives', directives)

export type Api = typeof api
