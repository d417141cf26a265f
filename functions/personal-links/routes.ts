// Personal links over HTTP: issuing them, for whoever keeps the delegation; and what their holders see.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { issueLink, revokedLink, revokeLink, shownLink } from './issue-link.ts'
import { readInvitation, readOwnInvitations } from './read-invitation.ts'
import { Invitation, IssuedLink, LinkPath, MinePath, OwnInvitations, RevokedLink } from './schema.ts'

const one = valid('param', LinkPath)

export const personalLinks = new Hono<Env>()
  .post(
    '/:id/bridge-points/:point/delegates/:delegate/personal-link',
    doc({ act: 'delegates:write', summary: 'The personal link of a delegate', answer: IssuedLink }),
    one,
    nothing,
    async (c) => {
      const place = c.req.valid('param')
      const again = () => shownLink(c.var.actor, place)
      return c.json(await once(c, (actor) => issueLink(actor, place).then(again), again))
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates/:delegate/personal-link/revoke',
    doc({ act: 'delegates:write', summary: 'Take a personal link back', answer: RevokedLink }),
    one,
    nothing,
    async (c) => {
      const place = c.req.valid('param')
      const again = () => revokedLink(c.var.actor, place)
      return c.json(await once(c, (actor) => revokeLink(actor, place).then(again), again))
    },
  )

export const ownInvitations = new Hono<Env>().get(
  '/:id/mine',
  doc({
    act: 'conference:read',
    summary: 'My own invitations to the conference, with my answer, check-in and mark',
    answer: OwnInvitations,
  }),
  valid('param', MinePath),
  async (c) => c.json({ items: await readOwnInvitations(c.var.actor, c.req.valid('param').id) }),
)

export const invitation = new Hono<Env>().get(
  '/',
  doc({ act: 'personal', summary: 'The invitation of whoever holds this link', answer: Invitation }),
  async (c) => c.json(await readInvitation(c.var.actor)),
)
