// Versions looked at closely: compared, proven, and their files taken away.

import { nameFor } from '#functions/files/rules.ts'
import { fileKey, type HouseFile } from '#functions/files/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { presignDownload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { differencesOf } from './differences.ts'
import { submissionBytes, submissionOf } from './hash.ts'
import { readVersions, recordOpening } from './read-contributions.ts'
import type { Comparison, TextVersion } from './schema.ts'

type Place = { id: string; ctb: string }

const numbered = (versions: readonly TextVersion[], number: number): TextVersion => {
  const version = versions.find((one) => one.number === number)
  if (!version) throw new Problem('not-found')
  return version
}

/** @throws Problem `not-found` for a version there is not, or not for this reader */
export const compareVersions = async (
  actor: Actor,
  at: Place,
  { from, to }: { from: number; to: number },
): Promise<Comparison> => {
  const { conference, contribution, versions } = await readVersions(actor, at)
  const compared = differencesOf(numbered(versions, from), numbered(versions, to))
  await recordOpening(actor, conference, contribution)
  return compared
}

/** The very bytes whose SHA-256 the receipt names. @throws Problem `not-found`, as for versions older than such receipts */
export const readReceipt = async (actor: Actor, at: Place, number: number): Promise<Buffer> => {
  const { conference, contribution, versions } = await readVersions(actor, at)
  const version = numbered(versions, number)
  if (!version.digest) throw new Problem('not-found')
  await recordOpening(actor, conference, contribution)
  return submissionBytes(contribution, submissionOf(contribution, version), version)
}

const fileOf = (versions: readonly TextVersion[], digest: string): HouseFile => {
  const file = versions.flatMap(({ files }) => files).findLast((one) => one.digest === digest)
  if (!file) throw new Problem('not-found')
  return file
}

/** An address for one minute to save a file from. @throws Problem `not-found` for a file of no version this reader may see */
export const openFile = async (actor: Actor, at: Place, digest: string): Promise<string> => {
  const { conference, contribution, versions } = await readVersions(actor, at)
  const file = fileOf(versions, digest)
  await recordOpening(actor, conference, contribution, digest)
  return presignDownload(required('FILES_BUCKET'), fileKey(digest), { name: nameFor(file), type: file.type })
}
