// Read jobs: one's own, and for the administrator anybody's by its id.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadErrors, loadJob } from './entity.ts'
import type { Job } from './schema.ts'

/** @throws Problem `not-allowed` unless the actor started it or may see everybody's */
export const expectOwn = (actor: Actor, { by }: Job, act: 'jobs:read' | 'jobs:cancel'): void => {
  if (by.sub !== actor.sub) allow(actor, act)
}

/** @throws Problem `not-found`, `not-allowed` */
export const readJob = async (actor: Actor, id: string) => {
  const job = await loadJob(id)
  expectOwn(actor, job, 'jobs:read')
  return { job, errors: await loadErrors(job) }
}
