// The grammar of numbers in Vietnamese reports: dot thousands, comma decimals, "trên 5 nghìn", "hàng trăm", "49/50". Pure.
import * as z from 'zod'

/** Words before a number that say how it is meant. */
const qualifierWords = {
  over: 'trên',
  'more-than': 'hơn',
  nearly: 'gần',
  about: 'khoảng',
  under: 'dưới',
  'at-least': 'ít nhất',
  'at-most': 'không quá',
} as const

const qualifierOf: Record<string, Qualifier> = {
  ...(Object.fromEntries(Object.entries(qualifierWords).map(([code, word]) => [word, code])) as Record<
    string,
    Qualifier
  >),
  'tối thiểu': 'at-least',
  'tối đa': 'at-most',
  'xấp xỉ': 'about',
  chừng: 'about',
}

export const Qualifier = z.enum(
  Object.keys(qualifierWords) as [keyof typeof qualifierWords, ...(keyof typeof qualifierWords)[]],
)
export type Qualifier = z.infer<typeof Qualifier>

/** The word a number is written with: 575 nghìn is 575 000. */
export const Scale = z.enum(['thousand', 'million', 'billion'])
export type Scale = z.infer<typeof Scale>

const scaleWords = { thousand: 'nghìn', million: 'triệu', billion: 'tỷ' } as const
const powers = { thousand: 3, million: 6, billion: 9 } as const
const scaleOf: Record<string, Scale> = {
  nghìn: 'thousand',
  ngàn: 'thousand',
  triệu: 'million',
  tỷ: 'billion',
  tỉ: 'billion',
}

/** "Hàng trăm", "hàng chục nghìn": no more is known than the power of ten. */
const orders = [
  [1, 'hàng chục'],
  [2, 'hàng trăm'],
  [3, 'hàng nghìn'],
  [4, 'hàng chục nghìn'],
  [5, 'hàng trăm nghìn'],
  [6, 'hàng triệu'],
  [7, 'hàng chục triệu'],
  [8, 'hàng trăm triệu'],
  [9, 'hàng tỷ'],
] as const

const Amount = z.number().min(0).max(999_999_999_999)

export const Quantity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    value: Amount,
    qualifier: Qualifier.optional(),
    scale: Scale.optional(),
  }),
  z.strictObject({ kind: z.literal('order'), power: z.number().int().min(1).max(9) }),
  z.strictObject({ kind: z.literal('ratio'), part: Amount, whole: Amount.min(1) }),
  z.strictObject({ kind: z.literal('range'), from: Amount, to: Amount }),
])
export type Quantity = z.infer<typeof Quantity>

/** Groups of three after dots; at most nine decimals after a comma. */
const digits = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?|\d{1,12}(?:,\d{1,9})?`
const wordsOf = (words: Record<string, unknown>) =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join('|')

/** What follows a number is no digit, and no second mark of one: 1.23 and 1,2,3 are numbers of nobody. */
const end = String.raw`(?![\d\p{L}]|[.,/]\d)`

const numberShape = new RegExp(
  String.raw`^(?:(${wordsOf(qualifierOf)})\s+)?(${digits})${end}(?:\s+(${wordsOf(scaleOf)})${end})?`,
  'iu',
)
const ratioShape = new RegExp(String.raw`^(${digits})\s*/\s*(${digits})${end}`, 'u')
const rangeShape = new RegExp(
  String.raw`^(?:từ\s+(${digits})\s+đến|(${digits})\s*[-–])\s*(${digits})${end}`,
  'iu',
)
const orderShape = new RegExp(
  String.raw`^hàng\s+(?:(chục|trăm)(?:\s+(${wordsOf(scaleOf)}))?|(vạn)|(${wordsOf(scaleOf)}))${end}`,
  'iu',
)

const numberFrom = (text: string, power = 0): number =>
  Number(`${text.replaceAll('.', '').replace(',', '.')}e${power}`)

type Read = { quantity: Quantity; length: number }

const readRatio = (text: string): Read | undefined => {
  const [whole, part, of] = ratioShape.exec(text) ?? []
  if (whole === undefined || part === undefined || of === undefined || numberFrom(of) < 1) return undefined
  return { quantity: { kind: 'ratio', part: numberFrom(part), whole: numberFrom(of) }, length: whole.length }
}

const readRange = (text: string): Read | undefined => {
  const [whole, from, orFrom, to] = rangeShape.exec(text) ?? []
  const first = from ?? orFrom
  if (whole === undefined || first === undefined || to === undefined) return undefined
  return { quantity: { kind: 'range', from: numberFrom(first), to: numberFrom(to) }, length: whole.length }
}

const readOrder = (text: string): Read | undefined => {
  const found = orderShape.exec(text.toLowerCase())
  if (!found) return undefined
  const [whole, tens, ofScale, tenThousand, alone] = found
  const lead = tens === undefined ? 0 : tens === 'chục' ? 1 : 2
  const scale = scaleOf[ofScale ?? alone ?? '']
  const power = tenThousand === undefined ? lead + (scale ? powers[scale] : 0) : 4
  return power > 9 ? undefined : { quantity: { kind: 'order', power }, length: whole.length }
}

const readNumber = (text: string): Read | undefined => {
  const [whole, qualifier, figure, scaleWord] = numberShape.exec(text) ?? []
  if (whole === undefined || figure === undefined) return undefined
  const scale = scaleOf[scaleWord?.toLowerCase() ?? '']
  const value = numberFrom(figure, scale && powers[scale])
  const said = qualifierOf[qualifier?.toLowerCase().replace(/\s+/g, ' ') ?? '']
  if (!Amount.safeParse(value).success) return undefined
  return {
    quantity: { kind: 'number', value, ...(said ? { qualifier: said } : {}), ...(scale ? { scale } : {}) },
    length: whole.length,
  }
}

/**
 * Reads a quantity at the beginning of a text, and what it counts after it.
 * @returns undefined where no quantity stands: what cannot be read is kept as it was said, and flagged
 * @example readQuantity('trên 5 nghìn hội nghị') // { quantity: { kind: 'number', value: 5000, … }, rest: 'hội nghị' }
 */
export const readQuantity = (text: string): { quantity: Quantity; rest: string } | undefined => {
  const said = text.normalize('NFC').trim()
  const read = readRatio(said) ?? readRange(said) ?? readOrder(said) ?? readNumber(said)
  return read && { quantity: read.quantity, rest: said.slice(read.length).trim() }
}

const figures = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 9 })

const figure = (value: number): string => figures.format(value)

/** A quantity as reports write it: what `readQuantity` reads back. */
export const quantityWords = (quantity: Quantity): string => {
  switch (quantity.kind) {
    case 'order':
      return orders.find(([power]) => power === quantity.power)?.[1] ?? ''
    case 'ratio':
      return `${figure(quantity.part)}/${figure(quantity.whole)}`
    case 'range':
      return `từ ${figure(quantity.from)} đến ${figure(quantity.to)}`
    case 'number': {
      const { value, qualifier, scale } = quantity
      const shown = scale ? `${figure(value / 10 ** powers[scale])} ${scaleWords[scale]}` : figure(value)
      return qualifier ? `${qualifierWords[qualifier]} ${shown}` : shown
    }
  }
}
