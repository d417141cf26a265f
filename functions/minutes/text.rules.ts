// The text people sign, `diemcau-minutes/2`: all facts and words of the minutes in one value. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { personsOf, textOutcomes, textPapers, textPoint, textTurns } from './annex.rules.ts'
import { annexesOf } from './annex-list.rules.ts'
import type { Facts } from './facts.rules.ts'
import type { Supersedes } from './parts.schema.ts'
import { inOrder } from './rules.ts'
import type { Block, Horizon, RegisterNumber } from './schema.ts'
import { sentencesOf } from './sentences.rules.ts'
import { textSettled } from './settled-blocks.rules.ts'
import type { MinutesText2, TextBlock } from './text.schema.ts'

export type TextParts = {
  id: string
  number: RegisterNumber
  facts: Facts
  units: ReadonlyMap<string, string>
  /** The province a unit belonged to on the day. */
  provinceOf: (unitId: string) => string | undefined
  /** The name of the agency above the host, where its head on paper names one. */
  superior?: string | undefined
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

const blockOf = (block: Block): TextBlock => {
  const { id, kind, text } = block
  return { id, kind, text, sentences: sentencesOf(block) }
}

/** The units named anywhere, the host first, with the agency above it, then by id. */
const unitsOf = ({ facts: { conference }, units, superior }: TextParts) => {
  const isHost = (id: string) => id === conference.hostUnitId
  return [...units]
    .map(([id, name]) => ({ id, name, ...(superior && isHost(id) ? { superior } : {}) }))
    .sort((a, b) => Number(isHost(b.id)) - Number(isHost(a.id)) || (a.id < b.id ? -1 : 1))
}

/** @returns a value to be brought to canonical bytes; its SHA-256 is the digest that is signed */
export const minutesText = (parts: TextParts): MinutesText2 => {
  const { id, number, facts, provinceOf, blocks, horizon, supersedes } = parts
  return {
    format: 'diemcau-minutes/2',
    kind: supersedes ? 'addendum' : 'conference',
    ...(supersedes ? { supersedes } : {}),
    id,
    number,
    conference: conferenceOf(facts.conference),
    missing: [],
    sources: [],
    units: unitsOf(parts),
    chairs: facts.chairs.map(({ name }) => name),
    secretaries: facts.secretaries.map(({ name }) => name),
    persons: personsOf(facts),
    blocks: inOrder(blocks).map(blockOf),
    attendance: facts.attendance.map((point) => textPoint(point, provinceOf)),
    contributions: textPapers(facts),
    turns: textTurns(facts),
    outcomes: textOutcomes(facts),
    disagreements: textSettled(facts),
    annexes: annexesOf(facts),
    horizon,
    events: facts.events.map((event) => event.id),
  }
}
