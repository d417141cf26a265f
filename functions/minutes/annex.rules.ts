// What stands in the annexes of the signed text: points, turns, papers, outcomes, persons. Pure.
import * as z from 'zod'
import type { Facts, Told } from './facts.rules.ts'
import { papersIn } from './papers.rules.ts'
import type { PointAttendance } from './participation.rules.ts'
import { textOutcome } from './results.rules.ts'
import type { TextPaper, TextPoint, TextTurn } from './text.schema.ts'
import { turnsIn } from './turns.rules.ts'

export const textPoint = (
  { link, addedLate: _, ...point }: PointAttendance,
  provinceOf: (unitId: string) => string | undefined,
): TextPoint => {
  const provinceId = provinceOf(point.unitId)
  return { ...point, ...(provinceId ? { provinceId } : {}), stays: link?.stays ?? [] }
}

/** The last that was told of every contribution within the horizon. */
export const textPapers = ({ events }: Facts): TextPaper[] =>
  papersIn(events).map(({ id, kind, title, unitId, author, state, late, sha256, number }) => ({
    id,
    kind,
    title,
    unitId,
    author,
    state,
    late,
    sha256,
    versions: number,
  }))

export const textTurns = ({ events, conference }: Facts): TextTurn[] =>
  turnsIn(events, conference.closedAt).map((turn) => ({
    unitId: turn.unitId,
    speaker: turn.speaker,
    kind: turn.kind,
    agendaItem: turn.agendaItem,
    startedAt: turn.startedAt,
    endedAt: turn.endedAt,
    seconds: turn.seconds,
    contributionId: turn.contributionId,
    outcome: turn.outcome,
    reason: turn.reason,
    events: turn.events,
  }))

export const textOutcomes = ({ outcomes, unitName }: Facts) => {
  const of = <K extends string>(kind: K) => outcomes.filter((one) => one.kind === kind).map(textOutcome)
  return {
    directives: outcomes.flatMap((one) =>
      one.kind === 'directive'
        ? [
            {
              ...textOutcome(one),
              owners: [...one.ownerUnitIds.map(unitName), ...(one.owners ? [one.owners] : [])],
              citations: one.citationIds,
            },
          ]
        : [],
    ),
    commendations: of('commendation'),
    figures: of('figure'),
    citations: of('citation'),
  }
}

const Someone = z.object({ personId: z.string(), display: z.string() })
const People = z.object({
  delegates: z.array(z.unknown()).optional(),
  delegate: z.unknown().optional(),
  substitute: z.unknown().optional(),
  personId: z.string().optional(),
  speaker: z.string().optional(),
  author: z.string().optional(),
})

type Known = { id: string; name: string }

const someone = (value: unknown): Known[] => {
  const { success, data } = Someone.safeParse(value)
  return success ? [{ id: data.personId, name: data.display }] : []
}

const personsIn = ({ data }: Told): Known[] => {
  const told = People.safeParse(data)
  if (!told.success) return []
  const { delegates = [], delegate, substitute, personId, speaker, author } = told.data
  const spoke = personId && (speaker ?? author)
  return [
    ...[...delegates, delegate, substitute].flatMap(someone),
    ...(spoke ? [{ id: personId, name: spoke }] : []),
  ]
}

/** Who is known by an id of the directory, by it; each as records named them last. */
export const personsOf = ({ events, chairs, secretaries, conference }: Facts): Known[] => {
  const roles = [...chairs, ...secretaries].flatMap(({ personId, name }) =>
    personId ? [{ id: personId, name }] : [],
  )
  const presenters = conference.agenda.flatMap(({ presenters = [] }) => presenters.flatMap(someone))
  const all = [...events.flatMap(personsIn), ...presenters, ...roles]
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
