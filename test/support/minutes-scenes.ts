// Logs of conferences that have more or less of what annexes are made of.
import type { Told } from '#functions/minutes/facts.rules.ts'
import { conference, event } from './minutes-facts.ts'

const idOf = (at: number) => `bpt_ca-${at}`
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** How much there is of what annexes are made of. */
export type Scene = {
  points: number
  delegates: number
  joined: number
  late: number
  turns: number
  papers: number
  directives: number
  commendations: number
  figures: number
  citations: number
  settled: number
}

const recipients = many(8, (at) => `Nguyễn Văn ${at}`)
const outcome = (kind: string, at: number) =>
  event(
    `${kind}.recorded`,
    '09:00',
    {
      kind,
      text: `Việc ${at}`,
      said: `${at} việc`,
      subject: `Số việc ${at}`,
      ownerUnitIds: [],
      citationIds: [],
      awards: [],
      authorities: [],
      recipients,
    },
    { subject: `${kind.slice(0, 3)}_${String(at).padStart(26, '0')}` },
  )

const settlement = (at: number) => {
  const disagreement = { id: `roll-without-link.${idOf(at)}`, kind: 'roll-without-link', pointId: idOf(at) }
  const said = {
    kind: disagreement.kind,
    pointId: idOf(at),
    disagreement,
    chosen: 'roll',
    reason: 'Qua điện thoại.',
  }
  const point = { point: idOf(at) }
  return [
    event('delegates.added', '06:10', { delegates: [{ id: `dlg_${at}`, display: 'Đại tá A' }] }, point),
    event(
      'roll-call.taken',
      '07:10',
      { source: 'operator', standing: 'attendance', marks: [{ delegateId: `dlg_${at}`, mark: 'present' }] },
      point,
    ),
    event('disagreement.settled', '09:40', said, { ...point, subject: disagreement.id }),
  ]
}

/** The log of a conference with so much of each. */
export const sceneOf = (scene: Scene): Told[] => [
  event('points.added', '06:00', {
    points: many(Math.max(scene.points, scene.settled), (at) => ({
      id: idOf(at),
      unitId: `unt_ca-${at}`,
      kind: 'site',
    })),
  }),
  event('conference.started', '07:05', { startedAt: conference.startedAt }),
  event('points.added', '07:30', {
    points: many(scene.late, (at) => ({
      id: `bpt_late-${at}`,
      unitId: `unt_late-${at}`,
      kind: 'site',
      late: true,
    })),
  }),
  ...many(scene.settled, settlement).flat(),
  ...many(Math.min(scene.delegates, scene.points), (at) =>
    event(
      'delegates.added',
      '06:20',
      { delegates: [{ id: `dlg_x${at}`, display: 'B' }] },
      { point: idOf(at) },
    ),
  ),
  ...many(Math.min(scene.joined, scene.points), (at) =>
    event('link.joined', '07:20', { session: `s${at}` }, { point: `bpt_ca-${scene.settled + at}` }),
  ),
  ...many(scene.turns, (at) =>
    event(
      'floor.yielded',
      '08:00',
      { unitId: `U${at}`, speaker: 'A', startedAt: `2022-11-23T07:${10 + at}:00.000Z`, seconds: 60 },
      { subject: `flr_${at}` },
    ),
  ),
  ...many(scene.papers, (at) =>
    event(
      'contribution.taken-as-written',
      '09:00',
      { title: `T${at}`, unitId: 'U', author: 'A', state: 'taken-as-written' },
      { subject: `ctb_${at}` },
    ),
  ),
  ...(['directives', 'commendations', 'figures', 'citations'] as const).flatMap((kinds) =>
    many(scene[kinds], (at) => outcome(kinds.slice(0, -1), at)),
  ),
]

export const nothing: Scene = {
  points: 0,
  delegates: 0,
  joined: 0,
  late: 0,
  turns: 0,
  papers: 0,
  directives: 0,
  commendations: 0,
  figures: 0,
  citations: 0,
  settled: 0,
}
