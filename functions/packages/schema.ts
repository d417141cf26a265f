// Packages and certified extracts of sealed records: what is asked for, and what of a stored record they are made from.
import * as z from 'zod'
import { ContributionId } from '#functions/contributions/schema.ts'
import { StoredDocument } from '#functions/documents/schema.ts'
import { VerificationKey } from '#functions/keys/schema.ts'
import { Horizon, RegisterNumber } from '#functions/minutes/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'

const RecordId = idOf('rec')
export const RecordPath = z.object({ record: RecordId })

/** One of the two: a bridge point as the signed text has it, or a contribution. */
export const ExtractInput = z
  .strictObject({ pointId: namedIdOf('bpt').optional(), contributionId: ContributionId.optional() })
  .refine(({ pointId, contributionId }) => (pointId === undefined) !== (contributionId === undefined), {
    path: ['pointId'],
    message: 'either a point or a contribution',
  })
export type ExtractInput = z.infer<typeof ExtractInput>

export const PackageOrder = z.object({ recordId: RecordId })
export const ExtractOrder = z.object({ recordId: RecordId, member: ExtractInput })

/** As stored: every member of a statement is under its signature. */
const Signature = z.object({
  kid: z.string(),
  signature: z.base64(),
  statement: z.looseObject({ act: z.string(), name: z.string(), office: z.string() }),
})

/** The small members of a record and of what was signed: the large ones pass by as bytes. */
export const SealedFacts = z.object({
  attestations: z.array(Signature),
  documents: z.array(StoredDocument).default([]),
  keys: z.array(VerificationKey),
  minutes: z.object({
    conference: z.looseObject({ title: z.array(z.string()), startsAt: z.string(), hostUnitId: z.string() }),
    events: z.array(z.string()),
    horizon: Horizon,
    number: RegisterNumber.optional(),
    units: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  }),
})
export type SealedFacts = z.infer<typeof SealedFacts>

/** Where the signed text lies in the record's bytes, and both their digests. */
export type SealedBytes = {
  digest: string
  bytes: number
  text: { from: number; bytes: number; digest: string }
}
