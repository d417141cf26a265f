// The sides of a disagreement as cards to choose among: who says what, on what word, since when. Pure.
import type * as z from 'zod'
import type { NamedChoice, ShownDisagreement, Statement } from '#functions/attendance/disagreements.schema.ts'
import type { PointAttendance } from '#functions/attendance/point.schema.ts'
import { choicesOf } from '#functions/attendance/settling.rules.ts'

type Attendance = z.infer<typeof PointAttendance>

/** What is told: a mark, a roll call, a figure, a link, or the words of a document. */
export type Told =
  | { of: 'statement'; statement: Statement }
  | { of: 'heads'; count: number }
  | { of: 'room'; count: number }
  | { of: 'no-roll' }
  | { of: 'link'; up: boolean; from?: string | undefined }
  | { of: 'nothing' }

export type Saying = {
  /** What choosing it sends; a side that cannot hold has none. */
  choice?: string
  told: Told
  by?: string | undefined
  at?: string | undefined
}

/** The last mark of the roll tells who took it, and when. */
const takenBy = (attendance: Attendance | undefined): Pick<Saying, 'by' | 'at'> => {
  const marks = attendance?.items.flatMap(({ mark }) => mark ?? []) ?? []
  const last = marks.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last ? { by: last.by, at: last.at } : {}
}

const linkTold = (up: boolean, attendance: Attendance | undefined): Told => ({
  of: 'link',
  up,
  from: attendance?.link?.firstJoin,
})

/** @param attendance of the point, once it is known: it tells who took the roll and when the link was up */
const sidesOf = (disagreement: ShownDisagreement, attendance: Attendance | undefined): Saying[] => {
  const { kind, statements = [], heads = 0, room = 0 } = disagreement
  const roll = takenBy(attendance)
  switch (kind) {
    case 'link-without-roll':
      return [{ choice: 'link', told: linkTold(true, attendance) }, { told: { of: 'no-roll' } }]
    case 'roll-without-link':
      return [
        { choice: 'roll', told: { of: 'room', count: room }, ...roll },
        { choice: 'link', told: linkTold(false, undefined) },
      ]
    case 'heads-below-present':
      return [
        { choice: 'roll', told: { of: 'room', count: room }, ...roll },
        { choice: 'heads', told: { of: 'heads', count: heads } },
      ]
    case 'ended-grant':
      return statements.map((statement) => ({ choice: 'mark', ...stated(statement) }))
    case 'sources-differ':
    case 'documents-differ':
      return statements.map((statement) => ({ choice: statement.event, ...stated(statement) }))
  }
}

const stated = (statement: Statement): Saying => ({
  told: { of: 'statement', statement },
  by: statement.by,
  at: statement.at,
})

/** Every side in its order, and that none of them holds. */
export const sayingsOf = (disagreement: ShownDisagreement, attendance: Attendance | undefined): Saying[] => {
  const choices = choicesOf(disagreement)
  const sides = sidesOf(disagreement, attendance).filter(
    ({ choice }) => choice === undefined || choices.includes(choice),
  )
  return [...sides, { choice: 'neither' satisfies NamedChoice, told: { of: 'nothing' } }]
}

/** Kinds whose sides are told by the point's own sheet. */
export const needsAttendance = ({ kind }: ShownDisagreement): boolean =>
  kind === 'link-without-roll' || kind === 'roll-without-link' || kind === 'heads-below-present'
