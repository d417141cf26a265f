// What is to be found of a conference as it stands now: its records, and the contributions that were accepted.
import { loadRecord, recordObject, recordsOfUnit } from '#functions/archive/entity.ts'
import { type RecordHead, SealedRecord } from '#functions/archive/schema.ts'
import { loadConferences } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadContributions, loadTexts } from '#functions/contributions/entity.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import { loadMinutesOf } from '#functions/minutes/entity.ts'
import { required } from '#functions/shared/config.ts'
import { readObject } from '#functions/shared/objects.ts'
import { civilDay } from '#functions/shared/time.ts'
import { documentOfContribution, documentOfRecord, type IndexedDocument } from './document.rules.ts'

/** Which conference; `record` where one is known that was just sealed. */
export type Order = { conference: string; record?: string | undefined }

const mostRecords = 100

/** Every sealed record of the conference: what its minutes lead to, and what lies beside that under its host. */
const recordsOf = async (order: Order, conference: Conference | undefined): Promise<RecordHead[]> => {
  const [minutes] = await loadMinutesOf([order.conference])
  const id = minutes?.seal?.recordId ?? order.record
  const first = id ? await loadRecord(id) : undefined
  const place = first ?? conference
  if (!place) return []
  const window = { from: place.startsAt, to: `${place.startsAt}~`, limit: mostRecords }
  const beside = await recordsOfUnit(place.hostUnitId, window)
  const all = new Map([...(first ? [first] : []), ...beside].map((head) => [head.id, head]))
  return [...all.values()]
    .filter(({ conferenceId }) => conferenceId === order.conference)
    .sort((a, b) => a.n - b.n)
}

const textOf = async (head: RecordHead) => {
  const bytes = await readObject(required('ARCHIVE_BUCKET'), recordObject(head.digest))
  if (!bytes) throw new Error(`the archive lacks ${head.id}`)
  return SealedRecord.parse(JSON.parse(bytes.toString('utf8'))).minutes
}

const nameOn = async (unitId: string, startsAt: string): Promise<string> => {
  const [unit] = await loadUnits([unitId])
  return unit ? unitNameOn(unit, civilDay(startsAt)) : ''
}

/** What everybody in the conference may read. */
const shown: readonly Contribution['state'][] = ['accepted', 'scheduled', 'delivered', 'taken-as-written']

const atOnce = 20

const inTurns = async <T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  for (let at = 0; at < list.length; at += atOnce)
    done.push(...(await Promise.all(list.slice(at, at + atOnce).map(act))))
  return done
}

type Held = Parameters<typeof documentOfContribution>[2]

const heldBy = (conference: Conference, hostName: string): Held => ({
  conferenceId: conference.id,
  conferenceTitle: conference.title,
  number: '',
  hostUnitId: conference.hostUnitId,
  hostName,
  classification: conference.classification,
  startsAt: conference.startsAt,
  datePrecision: 'moment',
})

const contributionsOf = async (conferenceId: string, held: Held, chairs: string[]) => {
  const accepted = (await loadContributions(conferenceId)).filter(({ state }) => shown.includes(state))
  return inTurns(accepted, async (contribution) => {
    const versions = await loadTexts(conferenceId, contribution.id)
    const text = versions.find(({ number }) => number === contribution.receipt.number)?.text ?? ''
    const unitName = await nameOn(contribution.unitId, held.startsAt)
    return documentOfContribution(contribution, text, held, unitName, chairs)
  })
}

const chairsOf = (conference: Conference | undefined): string[] =>
  conference?.chairs.flatMap(({ personId }) => personId ?? []) ?? []

/** Contributions first, then the records, the latest last: the later in the list, the earlier found. */
export const loadDocuments = async (order: Order): Promise<IndexedDocument[]> => {
  const [conference] = await loadConferences([order.conference])
  const heads = await recordsOf(order, conference)
  const chairs = chairsOf(conference)
  const records = await inTurns(heads, async (head) => {
    const supersededBy = heads.find(({ supersedes }) => supersedes === head.id)?.id
    const hostName = await nameOn(head.hostUnitId, head.startsAt)
    return documentOfRecord({ head, text: await textOf(head), hostName, supersededBy }, chairs)
  })
  const sealed = records.at(-1)?.head
  const hostName = conference ? await nameOn(conference.hostUnitId, conference.startsAt) : ''
  const held = sealed ?? (conference && heldBy(conference, hostName))
  const papers = held ? await contributionsOf(order.conference, held, chairs) : []
  return [...papers, ...records]
}
