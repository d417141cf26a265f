// The floor and the conference on a screen: whatever of the channel is lost, repeated or late, they end as the server's.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conference } from '#functions/conferences/schema.ts'
import { listOf, untouched } from '#functions/floor/rules.ts'
import type { Floor, FloorRequest } from '#functions/floor/schema.ts'
import { called, skipped, undone, withdrawn, yielded } from '#functions/floor/turn.rules.ts'
import { holdConference } from '#web/lib/live/hold-conference.ts'
import { type FloorTold, type HeldFloor, holdFloor, type RequestTold } from '#web/lib/live/hold-floor.ts'

const conferenceId = 'cnf_01GJJQXJ8G0000000000000000'
const at = (second: number) => new Date(Date.UTC(2022, 10, 23, 7, 0, second)).toISOString()

const asked = (place: number): FloorRequest => ({
  id: `flr_01GJJQXJ8G000000000000000${place}`,
  conferenceId,
  unitId: `unt_${place}`,
  pointId: `bpt_${place}`,
  speaker: { display: `Đại biểu ${place}` },
  kind: place % 3 === 0 ? 'point-of-order' : 'speech',
  askedBy: { sub: 's', name: 'n' },
  receivedAt: at(place),
  effectiveAt: at(place),
  state: 'waiting',
  version: 1,
})

type Server = { floor: Floor; requests: Map<string, FloorRequest> }

const acts = ['ask', 'call', 'yield', 'skip', 'undo', 'withdraw'] as const
type Step = { act: (typeof acts)[number]; place: number }

/** The server after one act; an act the rules refuse changes nothing. */
const after = ({ floor, requests }: Server, { act, place }: Step): Server => {
  const fresh = asked(place)
  const request = requests.get(fresh.id)
  const set = (next: FloorRequest, turn = floor): Server => ({
    floor: turn,
    requests: new Map(requests).set(next.id, next),
  })
  try {
    if (!request) return act === 'ask' ? set(fresh) : { floor, requests }
    if (act === 'withdraw') return set(withdrawn(request))
    const both = { floor, request }
    if (act === 'skip') return ((next) => set(next.request, next.floor))(skipped(both, 'vắng', at(40)))
    const turns = {
      call: () => called(both, at(30), 300),
      yield: () => yielded(both, at(50)),
      undo: () => undone(both, at(31)),
    }
    if (act === 'ask') return { floor, requests }
    return ((next) => set(next.request, next.floor))(turns[act]())
  } catch {
    return { floor, requests }
  }
}

const answerOf = ({ floor, requests }: Server, tick: number): HeldFloor => ({
  ...floor,
  ...listOf([...requests.values()]),
  now: at(0),
  asked: tick,
})

const toldBy = (before: Server, next: Server) => {
  const requests = [...next.requests.values()].filter((one) => before.requests.get(one.id) !== one)
  return [...(next.floor === before.floor ? [] : [next.floor]), ...requests]
}

const shown = ({ asked: _, known: __, ...floor }: HeldFloor) => floor

const step = fc.record({ act: fc.constantFrom(...acts), place: fc.integer({ min: 1, max: 5 }) })
/** Where in the server's history an answer is read, or which message is heard; the count tells their order here. */
const happening = fc.record({ what: fc.constantFrom('answer', 'message', 'message'), pick: fc.nat() })

const message = (item: Floor | FloorRequest, tick: number): FloorTold | RequestTold =>
  'open' in item ? { told: 'floor', value: item } : { told: 'request', at: tick, value: item }

const play = (steps: readonly Step[]) => {
  const servers: Server[] = [{ floor: untouched(conferenceId), requests: new Map() }]
  const told: { item: Floor | FloorRequest; by: number }[] = []
  for (const one of steps) {
    const before = servers.at(-1) as Server
    const next = after(before, one)
    servers.push(next)
    for (const item of toldBy(before, next)) told.push({ item, by: servers.length - 1 })
  }
  return { servers, told }
}

describe('a floor held by a screen', () => {
  it('ends as the server’s after an answer asked for last, whatever was lost, repeated or late', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(happening, { maxLength: 40 }),
        (steps, order) => {
          const { servers, told } = play(steps)
          let held = answerOf(servers[0] as Server, 0)
          for (const [place, { what, pick }] of order.entries()) {
            const item = told[pick % Math.max(1, told.length)]?.item
            if (what === 'answer')
              held = holdFloor(held, answerOf(servers[pick % servers.length] as Server, place))
            else if (item) held = holdFloor(held, message(item, place + 1))
          }
          const last = answerOf(servers.at(-1) as Server, order.length + 1)
          expect(shown(holdFloor(held, last))).toEqual(shown(last))
        },
      ),
    )
  })

  it('is the server’s without asking when every message came, in any order and more than once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.integer(), (steps, seed) => {
        const { servers, told } = play(steps)
        const all = [...told, ...told].map(({ item }, place) => message(item, place + 1))
        const whole = fc.shuffledSubarray(all, { minLength: all.length })
        const shuffled = fc.sample(whole, { seed, numRuns: 1 })[0] ?? []
        const held = shuffled.reduce<HeldFloor>(holdFloor, answerOf(servers[0] as Server, 0))
        expect(shown(held)).toEqual(shown(answerOf(servers.at(-1) as Server, 0)))
      }),
    )
  })

  it('keeps what was told after an answer was asked for, though the answer does not show it yet', () => {
    const empty: Server = { floor: untouched(conferenceId), requests: new Map() }
    const told = holdFloor(answerOf(empty, 1), message(asked(1), 3))
    expect(holdFloor(told, answerOf(empty, 2)).queue).toHaveLength(1)
    expect(holdFloor(told, answerOf(empty, 4)).queue).toHaveLength(0)
  })

  it('shows the state of a waiting point as the board has it', () => {
    const server: Server = { floor: untouched(conferenceId), requests: new Map([['a', asked(1)]]) }
    const held = holdFloor(answerOf(server, 1), { told: 'states', stateOf: () => 'lost' })
    expect(held.queue[0]?.pointState).toBe('lost')
    expect(holdFloor(held, { told: 'states', stateOf: () => 'lost' })).toBe(held)
  })
})

describe('a conference held by a screen', () => {
  const conference = (version: number, agendaVersion: number) =>
    ({
      id: conferenceId,
      state: `v${version}`,
      version,
      agendaVersion,
      agenda: [{ id: `agd_${agendaVersion}` }],
    }) as unknown as Conference

  it('takes of itself and of its agenda the newest each, from answers and messages alike', () => {
    const pick = fc.tuple(fc.constantFrom('answer', 'conference', 'agenda'), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 20 }), (order) => {
        let held = conference(0, 0)
        for (const [what, version, agendaVersion] of order) {
          const { agenda, agendaVersion: _, ...value } = conference(version, agendaVersion)
          if (what === 'answer') held = holdConference(held, conference(version, agendaVersion))
          if (what === 'conference') held = holdConference(held, { told: 'conference', value })
          if (what === 'agenda')
            held = holdConference(held, { told: 'agenda', value: { items: agenda, version: agendaVersion } })
        }
        const most = (kind: string, at: 1 | 2) =>
          Math.max(0, ...order.filter(([what]) => what === 'answer' || what === kind).map((one) => one[at]))
        expect(held).toEqual(conference(most('conference', 1), most('agenda', 2)))
      }),
    )
  })
})
