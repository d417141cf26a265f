// Hands in a contribution, new or in a new version, and answers what its receipt says.
import type { Contribution } from '#functions/contributions/schema.ts'
import { api, intent } from '#web/lib/api.ts'

type HouseFile = Contribution['files'][number]

/** What a new version goes out from. */
export type Earlier = {
  id: string
  version: number
  title: string
  text: string
  files: readonly HouseFile[]
}

export type AuthorChoice = { personId: string } | { position: string }

export type Written = {
  title: string
  text?: string
  /** Uploads, and digests of files of earlier versions. */
  files: string[]
  author: AuthorChoice
}

type Place = { id: string; unitId: string; earlier?: Earlier | undefined }

/** A PUT needs no key: the version it brings lets it act once. */
export const sendContribution = async (
  { id, unitId, earlier }: Place,
  { author, ...text }: Written,
  key: string,
): Promise<Contribution> => {
  const all = api.conferences[':id'].contributions
  if (!earlier) {
    const answer = await all.$post({ param: { id }, json: { unitId, author, ...text } }, intent(key))
    return answer.json()
  }
  const headers = { 'if-match': `"${earlier.version}"` }
  return (await all[':ctb'].$put({ param: { id, ctb: earlier.id }, json: text }, { headers })).json()
}
