// Versions and their files over HTTP: served by the function of files, which alone hands out addresses of the store.
import { Hono } from 'hono'
import { Address, handOut } from '#functions/shared/hand-out.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { compareVersions, openFile, readReceipt } from './read-version.ts'
import { CompareQuery, Comparison, ContributionPath, FilePath, VersionPath } from './schema.ts'

export const versions = new Hono<Env>()
  .get(
    '/:id/contributions/:ctb/versions/compare',
    doc({
      act: 'conference:read',
      summary: 'What changed between two versions: paragraphs, words, files',
      answer: Comparison,
    }),
    valid('param', ContributionPath),
    valid('query', CompareQuery),
    async (c) => c.json(await compareVersions(c.var.actor, c.req.valid('param'), c.req.valid('query'))),
  )
  .get(
    '/:id/contributions/:ctb/versions/:number/receipt.json',
    doc({
      act: 'conference:read',
      summary: 'The bytes whose SHA-256 is the digest on the receipt of a version',
    }),
    valid('param', VersionPath),
    async (c) => {
      const { number, ...at } = c.req.valid('param')
      const bytes = await readReceipt(c.var.actor, at, number)
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${at.ctb}-${number}.json"`,
      })
    },
  )
  .get(
    '/:id/contributions/:ctb/files/:digest',
    doc({
      act: 'conference:read',
      summary: 'A file of the contribution: 303 to an address for one minute, or the address as JSON',
      answer: Address,
      status: 303,
    }),
    valid('param', FilePath),
    async (c) => {
      const { digest, ...at } = c.req.valid('param')
      return handOut(c, await openFile(c.var.actor, at, digest))
    },
  )
