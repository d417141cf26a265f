// Work at a draft over HTTP: blocks and their wordings, who edits which, comments.
import { Hono } from 'hono'
import { keyOf, once } from '#functions/shared/idempotency.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch, maybeIfMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { addBlock, blockAgain } from './add-block.ts'
import { claimBlock } from './claim-block.ts'
import { commentAgain, commentBlock, readComments, resolveComment } from './comments.ts'
import { editBlock, restoreBlock } from './edit-block.ts'
import { compareRevisions, readRevisions } from './revisions.ts'
import { Block, BlockInput, BlockPath, BlockText, MinutesPath } from './schema.ts'
import {
  Comment,
  CommentInput,
  CommentPath,
  Comments,
  EditingClaim,
  EditingInput,
  RevisionComparison,
  RevisionPair,
  Revisions,
} from './workflow.schema.ts'

const at = valid('param', MinutesPath)
const here = valid('param', BlockPath)

export const minutesWork = new Hono<Env>()
  .post(
    '/:id/minutes/blocks',
    doc({
      act: 'minutes:draft',
      summary: 'Add a report or a conclusion in the words of the secretary',
      answer: Block,
      status: 201,
    }),
    at,
    valid('json', BlockInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const block = await onceVersioned(
        c,
        (actor) => addBlock(actor, id, c.req.valid('json')),
        (ref) => blockAgain(c.var.actor, id, ref),
      )
      return c.json(block, 201)
    },
  )
  .put(
    '/:id/minutes/blocks/:block',
    doc({ act: 'minutes:draft', summary: 'Word a block anew (If-Match)', answer: Block }),
    here,
    valid('json', BlockText),
    async (c) => {
      const place = c.req.valid('param')
      const block = await reloading(() => editBlock(c.var.actor, place, ifMatch(c), c.req.valid('json')))
      etag(c, block)
      return c.json(block)
    },
  )
  .post(
    '/:id/minutes/blocks/:block/restore',
    doc({
      act: 'minutes:draft',
      summary: 'Take a block back to the words of the record; with If-Match those of the version read',
      answer: Block,
    }),
    here,
    nothing,
    async (c) => {
      const place = c.req.valid('param')
      const block = await onceVersioned(
        c,
        (actor) => restoreBlock(actor, place, maybeIfMatch(c)),
        (ref) => blockAgain(c.var.actor, place.id, ref),
      )
      return c.json(block)
    },
  )
  .post(
    '/:id/minutes/blocks/:block/editing',
    doc({
      act: 'minutes:draft',
      summary: 'Say for a minute that I have this block open, and hear who else has; it keeps nobody out',
      answer: EditingClaim,
    }),
    here,
    valid('json', EditingInput),
    async (c) => {
      keyOf(c)
      return c.json(await claimBlock(c.var.actor, c.req.valid('param'), c.req.valid('json')))
    },
  )
  .get(
    '/:id/minutes/blocks/:block/revisions',
    doc({ act: 'minutes:read', summary: 'The wordings of a block, newest first', answer: Revisions }),
    here,
    async (c) => c.json({ items: await readRevisions(c.var.actor, c.req.valid('param')) }),
  )
  .get(
    '/:id/minutes/blocks/:block/revisions/compare',
    doc({ act: 'minutes:read', summary: 'Two wordings, word by word', answer: RevisionComparison }),
    here,
    valid('query', RevisionPair),
    async (c) => c.json(await compareRevisions(c.var.actor, c.req.valid('param'), c.req.valid('query'))),
  )
  .get(
    '/:id/minutes/comments',
    doc({ act: 'minutes:read', summary: 'Comments on blocks, oldest first', answer: Comments }),
    at,
    async (c) => c.json({ items: await readComments(c.var.actor, c.req.valid('param').id) }),
  )
  .post(
    '/:id/minutes/blocks/:block/comments',
    doc({
      act: 'minutes:comment',
      summary: 'Comment on a block; in the log, never in the text',
      answer: Comment,
      status: 201,
    }),
    here,
    valid('json', CommentInput),
    async (c) => {
      const place = c.req.valid('param')
      const comment = await once(
        c,
        (actor) => commentBlock(actor, place, c.req.valid('json')),
        (ref) => commentAgain(c.var.actor, place.id, ref),
      )
      return c.json(comment, 201)
    },
  )
  .post(
    '/:id/minutes/comments/:comment/resolve',
    doc({ act: 'minutes:comment', summary: 'Mark a comment as dealt with', answer: Comment }),
    valid('param', CommentPath),
    nothing,
    async (c) => {
      const place = c.req.valid('param')
      const comment = await once(
        c,
        (actor) => resolveComment(actor, place),
        (ref) => commentAgain(c.var.actor, place.id, ref),
      )
      return c.json(comment)
    },
  )
