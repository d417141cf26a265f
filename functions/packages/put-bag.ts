// Fills a bag, certifies it in the house's name and puts it, all in one pass: the same way for packages and extracts.
import { randomUUID } from 'node:crypto'
import { type ExportFile, packageKey } from '#functions/files/schema.ts'
import { certify } from '#functions/keys/certify.ts'
import { publishedCertifier } from '#functions/keys/published-signer.ts'
import type { HouseAct, VerificationKey } from '#functions/keys/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import type { JobContext } from '#functions/shared/job.ts'
import { putStream } from '#functions/shared/object-streams.ts'
import { type BagInfo, bagInfoOf, bagIt, type Listed, manifestOf } from './bag.rules.ts'
import { Bag, type Source } from './bag.ts'
import { commonSteps, type SignedFile, type Step, verifyText } from './verify.rules.ts'

/** A statement with its signature, as openssl takes them. */
export type Signed = SignedFile & { statement: unknown; signature: string }

export type BagPlan = {
  base: string
  /** Of every entry. */
  at: Date
  info: Omit<BagInfo, 'day'>
  payload: AsyncIterable<Source>
  /** Bytes that are known to come. */
  total: number
  keys: readonly VerificationKey[]
  signed: readonly Signed[]
  /** What stands beside the signed statements. */
  tags?: readonly Source[]
  certificate: { act: HouseAct; name: string; members: Record<string, unknown>; digest?: string }
  /** What VERIFY.txt says beside what holds for every bag. */
  what: { vi: string; en: string }
  notes: { vi: string; en: string }
  steps: (certificate: SignedFile) => Step[]
}

const text = (path: string, content: string): Source => ({ path, content: Buffer.from(content, 'utf8') })

const signedSources = ({ name, statement, signature }: Signed): Source[] => [
  { path: `chung-thuc/${name}.json`, content: canonicalBytes(statement) },
  { path: `chung-thuc/${name}.der`, content: Buffer.from(signature, 'base64') },
]

const addAll = async (bag: Bag, sources: Iterable<Source> | AsyncIterable<Source>): Promise<Listed[]> => {
  const listed: Listed[] = []
  for await (const source of sources) listed.push(await bag.add(source))
  return listed
}

const distinct = (keys: readonly VerificationKey[]): VerificationKey[] => [
  ...new Map(keys.map((key) => [key.kid, key])).values(),
]

/** bagit.txt, bag-info.txt, both manifests, VERIFY.txt, and the certificate's two files. */
const fixedTags = 7

const certificateFile = ({ certificate }: BagPlan, kid: string): SignedFile => ({
  name: certificate.name,
  kid,
  vi: 'Giấy chứng thực của nơi lưu trữ',
  en: 'The certificate of the archive',
})

/** Everything but the payload; the certificate comes last, over the manifest of all that stands before. */
const addTags = async (bag: Bag, plan: BagPlan, payload: readonly Listed[], requestId: string) => {
  const certifier = await publishedCertifier(requestId)
  const keys = distinct([certifier.key, ...plan.keys])
  const { tags: beside = [] } = plan
  const files = payload.length + keys.length + plan.signed.length * 2 + beside.length + fixedTags
  const certificate = certificateFile(plan, certifier.key.kid)
  const steps = [...commonSteps({ base: plan.base, files, certificate, keys }), ...plan.steps(certificate)]
  const at = now().toISOString()
  const info = { ...plan.info, day: at.slice(0, 10) }
  const tags = await addAll(bag, [
    text('bagit.txt', bagIt),
    text('bag-info.txt', bagInfoOf(info, payload)),
    text('manifest-sha256.txt', manifestOf(payload)),
    text(
      'VERIFY.txt',
      verifyText(plan.what, plan.notes, `${required('PUBLIC_URL')}/api/archive/keys`, steps),
    ),
    ...keys.map(({ kid, publicKey }) => text(`khoa/${kid}.pem`, publicKey)),
    ...plan.signed.flatMap(signedSources),
    ...beside,
  ])
  const { sha256: tagmanifest } = await bag.add(text('tagmanifest-sha256.txt', manifestOf(tags)))
  const { act, members, digest = tagmanifest } = plan.certificate
  const house = await certify(requestId, { ...members, act, at, digest, files, tagmanifest })
  await addAll(bag, signedSources({ ...certificate, ...house }))
}

const lookEveryMs = 1_000

/** Tells how far it is, and ends where somebody asked for the end. */
const watching = (context: JobContext, known: number) => {
  let [done, looked] = [0, performance.now()]
  return async (bytes: number): Promise<void> => {
    done += bytes
    if (performance.now() - looked < lookEveryMs) return
    looked = performance.now()
    await context.progress(done, Math.max(known, done))
    await context.expectWanted()
  }
}

/** @returns what the job keeps as its result: nothing can be seen of the bag before all of it was put */
export const putBag = async (context: JobContext, plan: BagPlan): Promise<ExportFile> => {
  const bag = new Bag(plan.base, plan.at, watching(context, plan.total))
  const fill = async () => {
    await addTags(bag, plan, await addAll(bag, plan.payload), context.actor.requestId)
    bag.end()
  }
  const key = packageKey(context.jobId, randomUUID())
  const type = 'application/zip'
  const sending = putStream(required('FILES_BUCKET'), key, bag.output, type)
  try {
    await Promise.all([sending, fill()])
  } catch (error) {
    bag.fail(error as Error)
    await sending.catch(() => {})
    throw error
  }
  const { bytes, sha256: digest } = bag.written()
  return { name: `${plan.base}.zip`, type, digest, bytes, key }
}
