// What changed between two versions of a contribution: its words, and file by file.
import type { HouseFile } from '#functions/files/schema.ts'
import { paragraphDifferences, wordDifferences } from '#functions/shared/differences.ts'
import type { Comparison, TextVersion } from './schema.ts'

const without = (files: readonly HouseFile[], others: readonly HouseFile[]): HouseFile[] =>
  files.filter(({ digest }) => !others.some((other) => other.digest === digest))

const sideOf = ({ number, sha256, digest, receivedAt, title, by }: TextVersion) => ({
  number,
  sha256,
  digest,
  receivedAt,
  title,
  by,
})

export const differencesOf = (from: TextVersion, to: TextVersion): Comparison => {
  const removed = without(from.files, to.files)
  return {
    from: sideOf(from),
    to: sideOf(to),
    title: wordDifferences(from.title, to.title),
    paragraphs: paragraphDifferences(from.text, to.text),
    files: {
      same: from.files.filter((file) => !removed.includes(file)),
      removed,
      added: without(to.files, from.files),
    },
  }
}
