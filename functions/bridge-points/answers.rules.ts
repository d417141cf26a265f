// Folds answers and counts them. Pure.
import type { AnswerCounts, AnswerLine, Answers, AnswersInput } from './answers.schema.ts'
import type { BoardRow, Point } from './stored.schema.ts'

export const newAnswers = (conferenceId: string, pointId: string): Answers => ({
  conferenceId,
  pointId,
  given: {},
  version: 0,
})

/** Of two answers for one delegate the later holds, whichever came first: by time, then by event. */
export const answered = (
  { given, ...answers }: Answers,
  told: AnswersInput['answers'],
  stamp: { at: string; event: string },
): Answers => {
  const next = { ...given }
  for (const { delegateId, answer, note } of told) {
    const before = next[delegateId]
    const later = !before || [before.at, before.event] < [stamp.at, stamp.event]
    if (later) next[delegateId] = { answer, ...(note === undefined ? {} : { note }), ...stamp }
  }
  return { ...answers, given: next, version: answers.version + 1 }
}

/** What the answers write of the point's row: counted over the delegation as it stands. */
export const answerColumns = (
  { given }: Pick<Answers, 'given'>,
  delegateIds: readonly string[],
): { accepted: number; declined: number } => {
  const many = (answer: string) => delegateIds.filter((id) => given[id]?.answer === answer).length
  return { accepted: many('accepted'), declined: many('declined') }
}

const lineOf = (row: BoardRow): AnswerLine => {
  const { pointId, unitId, name, shortName, kind, expected, listed, accepted = 0, declined = 0 } = row
  const unanswered = Math.max(listed - accepted - declined, 0)
  const standing = listed === 0 ? 'none' : unanswered > 0 ? 'open' : 'complete'
  return {
    pointId,
    unitId,
    name,
    shortName,
    kind,
    expected,
    listed,
    accepted,
    declined,
    unanswered,
    standing,
  }
}

const sumOf = (lines: readonly AnswerLine[], count: keyof AnswerCounts) =>
  lines.reduce((sum, line) => sum + line[count], 0)

/** Counts by answer, per point and overall; withdrawn points owe none. @param rows in the order to be shown */
export const answerSheet = (rows: readonly BoardRow[]) => {
  const items = rows.filter(({ withdrawnAt }) => !withdrawnAt).map(lineOf)
  const standing = (kind: AnswerLine['standing']) => items.filter((line) => line.standing === kind).length
  const totals = {
    points: items.length,
    withoutDelegation: standing('none'),
    open: standing('open'),
    listed: sumOf(items, 'listed'),
    accepted: sumOf(items, 'accepted'),
    declined: sumOf(items, 'declined'),
    unanswered: sumOf(items, 'unanswered'),
  }
  return { totals, items }
}

/** Without those that stand in the point no more. */
export const withoutDelegate = (ids: Point['delegateIds'], gone: string): string[] =>
  ids.filter((id) => id !== gone)
