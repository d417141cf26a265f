// The text people sign, `diemcau-minutes/1`: all facts and words of the minutes in one value. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import type { Facts } from './facts.rules.ts'
import type { PointAttendance } from './participation.rules.ts'
import type { Supersedes } from './parts.schema.ts'
import { inOrder } from './rules.ts'
import type { Block, Horizon, RegisterNumber } from './schema.ts'
import type { SettledDisagreement } from './settled.rules.ts'

/** A contribution as it ended: what was handed in is identified by the SHA-256 of its text. */
export type Paper = {
  id: string
  title: string
  unitId: string
  author: string
  state: string
  late: boolean
  sha256: string
}

export type TextParts = {
  id: string
  number: RegisterNumber
  facts: Facts
  units: ReadonlyMap<string, string>
  attendance: PointAttendance[]
  disagreements: SettledDisagreement[]
  blocks: Block[]
  horizon: Horizon
  /** Given, this is an addendum. */
  supersedes?: Supersedes | undefined
}

/** The versions of our items are no facts. */
const conferenceOf = ({
  version: _,
  state: __,
  agendaVersion: ___,
  sequence: ____,
  followed: _____,
  ...conference
}: Conference) => conference

/** The last that was told of every contribution within the horizon. */
const papersOf = ({ events }: Facts): Paper[] => {
  const last = new Map<string, Paper>()
  for (const { name, subject, data } of events) {
    if (!name.startsWith('contribution.') || name === 'contribution.opened') continue
    last.set(subject, {
      id: subject,
      title: String(data.title),
      unitId: String(data.unitId),
      author: String(data.author),
      state: String(data.state),
      late: data.late === true,
      sha256: String(data.sha256),
    })
  }
  return [...last.values()]
}

const blockOf = ({ id, kind, text, sentences, events }: Block) => ({ id, kind, text, sentences, events })

/** The units named anywhere, the host first, then by id. */
const unitsOf = ({ conference: { hostUnitId } }: Facts, units: ReadonlyMap<string, string>) =>
  [...units]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => Number(b.id === hostUnitId) - Number(a.id === hostUnitId) || (a.id < b.id ? -1 : 1))

/** @returns a value to be brought to canonical bytes; its SHA-256 is the digest that is signed */
export const minutesText = (parts: TextParts) => {
  const { id, number, facts, units, attendance, disagreements, blocks, horizon } = parts
  return {
    format: 'diemcau-minutes/1' as const,
    id,
    number,
    conference: conferenceOf(facts.conference),
    units: unitsOf(facts, units),
    chairs: facts.chairs.map(({ name }) => name),
    secretaries: facts.secretaries.map(({ name }) => name),
    blocks: inOrder(blocks).map(blockOf),
    attendance,
    contributions: papersOf(facts),
    disagreements,
    horizon,
    events: facts.events.map((event) => event.id),
    ...(parts.supersedes ? { kind: 'addendum' as const, supersedes: parts.supersedes } : {}),
  }
}
