// From the text of minutes and the signatures under it to what is printed, in words ready to be set. Pure.
import { titleLines } from '#functions/conferences/title.rules.ts'
import { annexWords, listedAnnexes } from '#functions/minutes/annex-words.rules.ts'
import { registerNumber } from '#functions/minutes/register.rules.ts'
import type { Attestation } from '#functions/minutes/schema.ts'
import { dayWords, listWords } from '#functions/minutes/words.rules.ts'
import { annexBodies, asAnnex, type Numbered, placeBodies } from './annexes.rules.ts'
import { type Place, placesOf } from './attendance-annex.rules.ts'
import { historicalFrame } from './historical.rules.ts'
import type { Annex, PrintedText, PrintModel, Signatory } from './print.schema.ts'
import { signedWords } from './print-words.rules.ts'
import type { UnitName } from './table.rules.ts'

/** What a text is printed with. */
export type Signed = {
  attestations: readonly Attestation[]
  /** SHA-256 of the frozen text; a draft has none. */
  digest?: string | undefined
  /** Key id → its fingerprint. */
  fingerprints: ReadonlyMap<string, string>
}

export const unsigned: Signed = { attestations: [], fingerprints: new Map() }

const isDraft = ({ attestations }: Signed): boolean => attestations.length === 0

/** A document's date: its last signature, else the end of the history it tells. Never the clock: bytes repeat. */
const dateOf = ({ horizon, conference }: PrintedText, { attestations }: Signed) => {
  const { closedAt, startedAt, startsAt } = conference
  const told = attestations.at(-1)?.statement.at ?? horizon?.until ?? closedAt ?? startedAt ?? startsAt
  const at = new Date(told)
  return {
    year: Math.max(at.getUTCFullYear(), 1900),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}

const namer = (units: PrintedText['units']): UnitName => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

const hostOf = ({ units, conference }: PrintedText) =>
  units.find(({ id }) => id === conference.hostUnitId) ?? { name: '', superior: undefined }

/** Until a number is taken its place stays open. */
const numberOf = (text: PrintedText): string => {
  if (text.number) return `Số: ${text.number.text}`
  return `Số: ……${registerNumber('', hostOf(text).name, 0, 10).text.slice(2)}`
}

const dayOf = ({ conference }: PrintedText): string =>
  dayWords(conference.closedAt ?? conference.startedAt ?? conference.startsAt)

const isHistorical = ({ kind }: PrintedText): boolean => kind === 'historical'

const noteOf = (text: PrintedText): string => {
  const number = text.number ? ` số ${text.number.text}` : ''
  return `(Kèm theo Biên bản${number} ${dayOf(text)} của ${hostOf(text).name})`
}

const titleOf = ({ conference: { title }, supersedes }: PrintedText): string[] => [
  ...titleLines(title),
  ...(supersedes ? [`(thay thế Biên bản số ${supersedes.number})`] : []),
]

const annexLine = (bodies: readonly Numbered[]): string[] => {
  if (bodies.length === 0) return []
  const named = bodies.map(({ annex }) => `${annexWords(annex)} (${annex.title})`)
  return [`Kèm theo Biên bản này: ${listWords(named)}.`]
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** The blocks line by line; where the annexes are told of before the end; the last sentence ends as Mẫu 1.9 has it. */
const bodyOf = ({ blocks }: PrintedText, bodies: readonly Numbered[]): string[] => {
  const told = blocks.filter(({ kind }) => kind !== 'end').flatMap(({ text }) => linesOf(text))
  const end = blocks.filter(({ kind }) => kind === 'end').flatMap(({ text }) => linesOf(text))
  const all = [...told, ...annexLine(bodies), ...end]
  return all.map((line, at) => (at + 1 === all.length ? `${line.replace(/[.]$/, '')}./.` : line))
}

/** Rank and name: titles stand in the body. */
const called = (name: string): string => name.split(',')[0] ?? name

const signatories = (
  names: readonly string[],
  act: Attestation['statement']['act'],
  { attestations }: Signed,
): Signatory[] => {
  const signed = attestations
    .filter(({ statement }) => statement.act === act)
    .map(({ statement }) => statement)
  const others = names.map(called).filter((name) => !signed.some((one) => one.name === name))
  const byName = (name: string): Signatory => {
    const statement = signed.find((one) => one.name === name)
    return { name, signed: statement ? `(${signedWords(statement.at)})` : null }
  }
  const all = [...signed.map(({ name }) => name), ...others]
  const order = names.map(called)
  return all.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(byName)
}

const sidesOf = (text: PrintedText, signed: Signed) => ({
  left: { label: 'THƯ KÝ', people: signatories(text.secretaries, 'minutes.signed-by-secretary', signed) },
  right: { label: 'CHỦ TỌA', people: signatories(text.chairs, 'minutes.signed-by-chair', signed) },
})

const proofsOf = ({ attestations, digest, fingerprints }: Signed): string[] => {
  if (attestations.length === 0 || !digest) return []
  const kids = [...new Set(attestations.map(({ kid }) => kid))]
  return [
    `SHA-256 của văn bản được ký: ${digest}`,
    ...kids.map((kid) => `Khóa xác nhận chữ ký, SHA-256: ${fingerprints.get(kid) ?? kid}`),
  ]
}

const titleWords = ({ conference }: PrintedText): string => conference.title.join('; ')

const frameOf = (text: PrintedText, signed: Signed) => {
  const { name, superior } = hostOf(text)
  return {
    meta: {
      title: [isHistorical(text) ? 'Hồ sơ hội nghị' : 'Biên bản', text.number?.text, titleWords(text)]
        .filter(Boolean)
        .join(' – '),
      author: isHistorical(text) ? 'Hồ sơ lưu trữ' : name,
      date: dateOf(text, signed),
    },
    draft: isDraft(signed),
    superior: superior?.toLocaleUpperCase('vi') ?? null,
    agency: name.toLocaleUpperCase('vi'),
    number: numberOf(text),
    heading: text.kind === 'addendum' ? 'BIÊN BẢN BỔ SUNG' : 'BIÊN BẢN',
    title: titleOf(text),
    ...sidesOf(text, signed),
    recipients: ['Lưu: VT, Hồ sơ.'],
    proofs: proofsOf(signed),
    ...(isHistorical(text) ? historicalFrame(signed.attestations) : {}),
  }
}

/**
 * The minutes with their annexes; a nation's attendance place by place.
 * @returns `partOf` makes the file of a place when it is asked for: together they would be a hundred times the body
 */
export const printed = (text: PrintedText, signed: Signed) => {
  const unitName = namer(text.units)
  const places = placesOf(text.attendance, unitName)
  // The text of a past conference has all of it in its own sentences, and no sentence that refers to an annex.
  const bodies = isHistorical(text) ? [] : annexBodies(text, places, unitName)
  const frame = frameOf(text, signed)
  const note = noteOf(text)
  const annexes: Annex[] = bodies.map((body) => asAnnex(body, { note }))
  const main: PrintModel = { ...frame, head: true, body: bodyOf(text, bodies), annexes }
  const partOf = (place: Place): PrintModel => {
    const own = placeBodies(text, place, unitName).map((body) => asAnnex(body, { note, part: place.name }))
    const meta = { ...frame.meta, title: `${frame.meta.title} – ${place.name}` }
    return { ...frame, meta, head: false, body: [], annexes: own }
  }
  const attendance = listedAnnexes(text).find(({ key }) => key === 'attendance')
  return { main, places, partOf, unitName, attendanceLabel: attendance ? annexWords(attendance) : 'Phụ lục' }
}
