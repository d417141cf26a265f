// Minutes as they stand, ready to be printed: a draft says that it is one, frozen ones bear the signatures there are.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import { loadFrozen } from '#functions/minutes/entity.ts'
import type { Minutes } from '#functions/minutes/schema.ts'
import { textAsItStands } from '#functions/minutes/text-as-it-stands.ts'
import { printed, type Signed } from './print.rules.ts'
import { PrintedText, type PrintModel } from './print.schema.ts'
import { type ReadText, readText } from './read-text.ts'

/** With what a frozen text is printed: its signatures, its digest and the keys' fingerprints. */
export const signedOf = async ({
  attestations,
  digest,
}: Pick<Minutes, 'attestations' | 'digest'>): Promise<Signed> => {
  const keys = await loadVerificationKeysOf(attestations.map(({ kid }) => kid))
  const fingerprints = new Map(keys.map(({ kid, fingerprint }) => [kid, fingerprint]))
  return { attestations, digest, fingerprints }
}

/** The text that was frozen, as far as it is printed. */
export const frozenText = async (digest: string): Promise<ReadText> => readText(await loadFrozen(digest))

export const loadPrinted = async (conference: Conference, minutes: Minutes): Promise<PrintModel> => {
  const { digest } = minutes
  const text = digest
    ? (await frozenText(digest)).text
    : PrintedText.parse(await textAsItStands(conference, minutes))
  return printed(text, await signedOf(minutes)).main
}
