// Step one of the seal: gathers what was frozen, attested and rendered, of which the record's bytes are made.
import type { FrozenRecord } from '#functions/archive/chain-record.ts'
import { freezeRecord } from '#functions/archive/freeze-record.ts'
import { basisOf, findDocuments } from '#functions/documents/entity.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { loadFrozen } from './entity.ts'
import { recordIdOf } from './rules.ts'
import type { Minutes } from './schema.ts'

const findRendered = ({ id, attestations }: Minutes, digest: string) =>
  findDocuments(id, basisOf({ digest, attestations }))

/** Whether minutes are signed and their files still being made. */
export const isPrinting = async (minutes: Minutes): Promise<boolean> =>
  minutes.state === 'signed' && !(await findRendered(minutes, minutes.digest ?? ''))

/** The files of the minutes. @throws Problem `documents-pending` until they are rendered */
const documentsOf = async (minutes: Minutes, digest: string) => {
  const rendered = await findRendered(minutes, digest)
  if (!rendered) throw new Problem('documents-pending', { retryAfter: 1 })
  return rendered.documents
}

/** @throws Problem `documents-pending` */
export const frozenRecord = async (minutes: Minutes): Promise<FrozenRecord> => {
  const { conferenceId, attestations, digest, seal } = minutes
  if (!digest) throw new Error('signed minutes without a digest')
  const text: unknown = JSON.parse((await loadFrozen(digest)).toString('utf8'))
  const keys = await loadVerificationKeysOf(attestations.map(({ kid }) => kid))
  const parts = { id: recordIdOf(minutes), conferenceId, attestations, keys, minutes: text }
  if (seal) {
    const before = freezeRecord({ ...parts, documents: undefined })
    if (before.digest === seal.digest) return before // chained before files were part of it: it stays what it is
  }
  return freezeRecord({ ...parts, documents: await documentsOf(minutes, digest) })
}
