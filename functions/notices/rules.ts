// Who is to be told of what, and who has been. Pure.
import { answerSheet } from '#functions/bridge-points/answers.rules.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { Invitation, InvitationList, LetterKind, Notice } from './schema.ts'

/** The host does not write to its own centre, nor to points that were withdrawn. */
export const invitedOf = (
  { hostUnitId }: Pick<Conference, 'hostUnitId'>,
  rows: readonly BoardRow[],
): BoardRow[] => rows.filter(({ unitId, withdrawnAt }) => unitId !== hostUnitId && !withdrawnAt)

/** The state of the conference a unit knows, by its calendar sequence; undefined where it was never told. */
export const toldOf = (notice: Notice | undefined): number | undefined =>
  notice?.told ?? (notice?.state === 'sent' ? notice.sequence : undefined)

const toCome = ['scheduled', 'open']

/**
 * The letter a unit is owed now: whatever woke us, and however late, it is told what is so. Nobody is invited to a
 * conference that has begun, is over or is off; of a postponement or a cancellation only those hear who were invited.
 */
export const letterOwed = (
  { state, sequence }: Pick<Conference, 'state' | 'sequence'>,
  notice: Notice | undefined,
): LetterKind | undefined => {
  const told = toldOf(notice)
  if (told === undefined) return toCome.includes(state) ? 'invitation' : undefined
  if (told >= sequence) return undefined
  if (state === 'postponed') return 'postponement'
  if (state === 'cancelled') return 'cancellation'
  return toCome.includes(state) ? 'change' : undefined
}

/** Reminders are told of once each, whatever the unit knows besides. */
export const isReminded = (notice: Notice | undefined): boolean => notice?.state === 'sent'

export const afterwards = (notice: Notice, state: 'sent' | 'failed', at: string): Notice => ({
  ...notice,
  state,
  ...(state === 'sent' ? { told: notice.sequence, sentAt: at } : {}),
  version: notice.version + 1,
})

/** Points that owe an answer for their delegation, or the delegation itself. */
export const unansweredOf = (
  conference: Pick<Conference, 'hostUnitId'>,
  rows: readonly BoardRow[],
): BoardRow[] => {
  const complete = new Set(
    answerSheet(rows).items.flatMap(({ unitId, standing }) => (standing === 'complete' ? [unitId] : [])),
  )
  return invitedOf(conference, rows).filter(({ unitId }) => !complete.has(unitId))
}

type Around = { host: Unit; home: string; writtenAt: string; note?: string | undefined }

/** Why the conference is not as it was told: the last postponement or the cancellation. */
const whyOf = ({ state, postponements = [], cancellation, startsAt }: Conference) => {
  if (state === 'cancelled') return { reason: cancellation?.reason }
  const last = postponements.at(-1)
  const meant = last && (state === 'postponed' || last.to === startsAt)
  return meant ? { reason: last.reason, before: last.from } : {}
}

export const invitationOf = (
  conference: Conference,
  row: Pick<BoardRow, 'name'>,
  { host, home, writtenAt, note }: Around,
): Invitation => ({
  title: conference.title,
  host: unitNameOn(host, civilDay(conference.startsAt)),
  unit: row.name,
  form: conference.form,
  venue: conference.venue,
  startsAt: conference.startsAt,
  contributionsDueAt: conference.contributionsDueAt,
  chairs: conference.chairs.map(({ display }) => display),
  agenda: conference.agenda.filter(({ dropped }) => dropped === undefined),
  link: `${home}/conferences/${conference.id}`,
  writtenAt,
  note,
  ...whyOf(conference),
})

/** Who was told of what, and who still owes an answer. */
export const invitationList = (
  conference: Pick<Conference, 'hostUnitId' | 'sequence'>,
  rows: readonly BoardRow[],
  notices: readonly Notice[],
): InvitationList => {
  const byUnit = new Map(notices.map((notice) => [notice.unitId, notice]))
  const answers = new Map(answerSheet(rows).items.map(({ unitId, standing }) => [unitId, standing]))
  const items = invitedOf(conference, rows).map(({ unitId, pointId, name }) => {
    const notice = byUnit.get(unitId)
    return {
      unitId,
      pointId,
      name,
      ...(notice ? { kind: notice.kind } : {}),
      ...(notice?.sentAt ? { sentAt: notice.sentAt } : {}),
      state: notice?.state ?? ('untold' as const),
      upToDate: (toldOf(notice) ?? -1) >= conference.sequence,
      answer: answers.get(unitId) ?? ('none' as const),
    }
  })
  const told = items.filter(({ unitId }) => toldOf(byUnit.get(unitId)) !== undefined).length
  const unanswered = items.filter(({ answer }) => answer !== 'complete').length
  return { items, totals: { units: items.length, told, unanswered } }
}
