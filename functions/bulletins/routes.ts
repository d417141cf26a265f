// Bulletins over HTTP: draft, edit, pictures, submission, approval or return by another person, withdrawal.
import { Hono } from 'hono'
import type { Actor } from '#functions/shared/actor.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { addPhoto, draftBulletin, editBulletin } from './draft-bulletin.ts'
import { readBulletin } from './read-bulletin.ts'
import { approveBulletin, returnBulletin, submitBulletin, withdrawBulletin } from './release-bulletin.ts'
import { BulletinInput, BulletinPath, BulletinView, PhotoInput, ReturnNote, Withdrawal } from './schema.ts'

type Told = Parameters<typeof onceVersioned>[0]

const answer = BulletinView
const at = valid('param', BulletinPath)

/** The bulletin as it stands after an act that is done once. */
const after = (c: Told, id: string, act: (actor: Actor) => Promise<void>) => {
  const again = () => readBulletin(c.var.actor, id)
  return onceVersioned(c, (actor) => act(actor).then(again), again)
}

export const bulletins = new Hono<Env>()
  .get(
    '/:id/bulletin',
    doc({ act: 'bulletin:read', summary: 'The bulletin, what may be chosen for it, its preview', answer }),
    at,
    async (c) => {
      const view = await readBulletin(c.var.actor, c.req.valid('param').id)
      etag(c, view)
      return c.json(view)
    },
  )
  .post(
    '/:id/bulletin',
    doc({ act: 'bulletin:write', summary: 'Draft the bulletin of a closed conference', answer, status: 201 }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await after(c, id, (actor) => draftBulletin(actor, id)), 201)
    },
  )
  .put(
    '/:id/bulletin',
    doc({ act: 'bulletin:write', summary: 'Choose, word, caption, order (If-Match); a draft again', answer }),
    at,
    valid('json', BulletinInput),
    async (c) => {
      const { id } = c.req.valid('param')
      await reloading(() => editBulletin(c.var.actor, id, ifMatch(c), c.req.valid('json')))
      const view = await readBulletin(c.var.actor, id)
      etag(c, view)
      return c.json(view)
    },
  )
  .post(
    '/:id/bulletin/photos',
    doc({
      act: 'bulletin:write',
      summary: 'Add a picture that was uploaded and checked',
      answer,
      status: 201,
    }),
    at,
    valid('json', PhotoInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await after(c, id, (actor) => addPhoto(actor, id, c.req.valid('json'))), 201)
    },
  )
  .post(
    '/:id/bulletin/submit',
    doc({ act: 'bulletin:write', summary: 'Submit for approval: what it says is fixed', answer }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await after(c, id, (actor) => submitBulletin(actor, id)))
    },
  )
  .post(
    '/:id/bulletin/approve',
    doc({
      act: 'bulletin:approve',
      summary: 'Approve what another submitted, and publish it (If-Match)',
      answer,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await after(c, id, (actor) => approveBulletin(actor, id, ifMatch(c))))
    },
  )
  .post(
    '/:id/bulletin/return',
    doc({
      act: 'bulletin:return',
      summary: 'Return what was submitted, with what is to be done (If-Match); a draft again',
      answer,
    }),
    at,
    valid('json', ReturnNote),
    async (c) => {
      const { id } = c.req.valid('param')
      const { note } = c.req.valid('json')
      return c.json(await after(c, id, (actor) => returnBulletin(actor, id, ifMatch(c), note)))
    },
  )
  .post(
    '/:id/bulletin/withdraw',
    doc({ act: 'bulletin:withdraw', summary: 'Take the public page down, with a reason', answer }),
    at,
    valid('json', Withdrawal),
    async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(await after(c, id, (actor) => withdrawBulletin(actor, id, reason)))
    },
  )
