// What packages and extracts of one record have in common: its place in the chain, who signed, which keys check that.
import { findLink } from '#functions/archive/entity.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { BagInfo } from './bag.rules.ts'
import type { Signed } from './put-bag.ts'
import type { SealedFacts } from './schema.ts'

/** The entry of the chain with its signature, and the key that made it. @throws Problem `record-unreadable` where the seal broke off */
export const chainEntryOf = async ({
  n,
}: RecordHead): Promise<{ signed: Signed; keys: VerificationKey[] }> => {
  const link = await findLink(n)
  if (!link?.attestation) throw new Problem('record-unreadable')
  const { kid, signature } = link.attestation
  const signed = {
    name: 'mat-xich',
    kid,
    vi: `Mắt xích số ${n} của chuỗi hồ sơ`,
    en: `Entry ${n} of the chain of records`,
    statement: link.entry,
    signature,
  }
  return { signed, keys: await loadVerificationKeysOf([kid]) }
}

const places: Record<string, string> = {
  'minutes.signed-by-secretary': 'thu-ky',
  'minutes.signed-by-chair': 'chu-tri',
  'record.imported': 'luu-tru',
}

const numbered = (at: number): string => String(at + 1).padStart(2, '0')

/** Signatures of people, in their order. */
export const signaturesOf = ({ attestations }: SealedFacts): Signed[] =>
  attestations.map(({ kid, signature, statement }, at) => ({
    name: `${numbered(at)}-${places[statement.act] ?? 'nguoi-ky'}`,
    kid,
    vi: `Xác nhận chữ ký của ${statement.name} (${statement.office})`,
    en: `The attestation of the signature of ${statement.name} (${statement.office})`,
    statement,
    signature,
  }))

export const infoOf = (
  { id, conferenceId }: RecordHead,
  { minutes }: SealedFacts,
  what: string,
): Omit<BagInfo, 'day'> => {
  const { units, conference, number } = minutes
  const about = number ? `${what} số ${number.text}` : what
  return {
    organization: units.find((unit) => unit.id === conference.hostUnitId)?.name ?? conference.hostUnitId,
    description: `${about}: ${conference.title.join('; ') || 'hội nghị không rõ tên'}`,
    identifier: id,
    conference: conferenceId,
  }
}
