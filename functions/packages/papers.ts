// Contributions as they were handed in, one after the other: texts, the bytes their receipts prove, files, and a list of them.
import { loadContributions, loadTexts } from '#functions/contributions/entity.ts'
import { submissionBytes, submissionOf } from '#functions/contributions/hash.ts'
import type { Contribution, TextVersion } from '#functions/contributions/schema.ts'
import { extensions, fileKey, type HouseFile } from '#functions/files/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { openObject } from '#functions/shared/object-streams.ts'
import type { Source } from './bag.ts'

const folder = 'data/tham-luan'

const filePath = ({ digest, type }: HouseFile): string => `${folder}/tep/${digest}.${extensions[type]}`

const fileSource = (file: HouseFile): Source => ({
  path: filePath(file),
  content: () => openObject(required('FILES_BUCKET'), fileKey(file.digest)),
  bytes: file.bytes,
  sha256: file.digest,
  packed: true,
})

const pathOf = ({ contributionId, number }: TextVersion): string =>
  `${folder}/${contributionId.toLowerCase()}/ban-${number}`

/** The bytes whose SHA-256 the receipt names; versions from before such receipts have their text alone. */
const receiptSources = (head: Contribution, version: TextVersion): Source[] =>
  version.digest === undefined
    ? []
    : [
        {
          path: `${pathOf(version)}.bien-nhan.json`,
          content: submissionBytes(head, submissionOf(head, version), version),
          sha256: version.digest,
        },
      ]

const versionSources = (head: Contribution, version: TextVersion): Source[] => [
  { path: `${pathOf(version)}.txt`, content: Buffer.from(version.text, 'utf8'), sha256: version.sha256 },
  ...receiptSources(head, version),
]

const listedVersion = (version: TextVersion) => ({
  number: version.number,
  receivedAt: version.receivedAt,
  title: version.title,
  text: `${pathOf(version)}.txt`,
  sha256: version.sha256,
  receipt: version.digest,
  files: version.files.map((file) => ({ name: file.name, path: filePath(file), sha256: file.digest })),
})

const listed = (head: Contribution, versions: readonly TextVersion[]) => ({
  id: head.id,
  kind: head.kind,
  title: head.title,
  unitId: head.unitId,
  author: head.author.display,
  state: head.state,
  versions: versions.map(listedVersion),
})

/** @param until UTC instant: what came later is no part of the record */
export async function* papersOf(conferenceId: string, until: string): AsyncGenerator<Source> {
  const list: ReturnType<typeof listed>[] = []
  const seen = new Set<string>()
  for (const head of await loadContributions(conferenceId)) {
    const versions = (await loadTexts(conferenceId, head.id)).filter(({ receivedAt }) => receivedAt <= until)
    if (versions.length === 0) continue
    list.push(listed(head, versions))
    for (const version of versions) {
      yield* versionSources(head, version)
      const files = version.files.filter(({ digest, type }) => !seen.has(`${digest}.${type}`))
      for (const file of files) {
        seen.add(`${file.digest}.${file.type}`)
        yield fileSource(file)
      }
    }
  }
  yield { path: `${folder}/danh-muc.json`, content: canonicalBytes(list) }
}

/** The signed submission of one contribution, where the house still has it by its digest. */
export const paperOf = async (conferenceId: string, id: string, sha256: string): Promise<Source[]> => {
  const head = (await loadContributions(conferenceId)).find((one) => one.id === id)
  if (!head) return []
  const version = (await loadTexts(conferenceId, id)).find(
    (one) => one.digest === sha256 || one.sha256 === sha256,
  )
  return version ? versionSources(head, version) : []
}
