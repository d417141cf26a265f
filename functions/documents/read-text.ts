// The frozen text as far as it is printed: a nation's delegates stay in its bytes until the file of their place is made.
import { Skimmer } from '#functions/shared/skim.ts'
import { mostInOne, type PrintedPoint } from './attendance-annex.rules.ts'
import { PrintedText } from './print.schema.ts'

type Range = { from: number; to: number }

const nameless = new Map(
  ([undefined, 'present', 'online', 'absent', 'substituted'] as const).map((mark) => [
    mark,
    { id: '', name: '', ...(mark ? { mark } : {}) },
  ]),
)

/** A point whose delegates can be counted, and no more: all of them are the same few values. */
const counted = (point: PrintedPoint): PrintedPoint => ({
  ...point,
  delegates: point.delegates.map(({ mark }) => nameless.get(mark) ?? { id: '', name: '' }),
  events: [],
})

const pointIn = (bytes: Buffer, { from, to }: Range): PrintedPoint =>
  JSON.parse(bytes.toString('utf8', from, to))

/** @returns what is printed but for the points, which come one by one, with where each stands */
const skimmed = (bytes: Buffer, onPoint: (range: Range) => void): Record<string, unknown> => {
  const found: Record<string, unknown> = {}
  new Skimmer({
    depth: 2,
    wants: ([name = '', ...below]) =>
      name === 'attendance' ? below.length > 0 : below.length === 0 && name in PrintedText.shape,
    take: ({ path: [name = ''], at, raw }) => {
      if (name === 'attendance') onPoint({ from: at, to: at + raw.length })
      else found[name] = JSON.parse(raw.toString('utf8'))
    },
  }).push(bytes)
  return found
}

export type ReadText = {
  text: PrintedText
  /** Points of the text with the names of their delegates. */
  named: (points: readonly PrintedPoint[]) => PrintedPoint[]
}

/** @param bytes canonical JSON. Where points have files by place, those of `text` have delegates without names. */
export const readText = (bytes: Buffer): ReadText => {
  const ranges = new Map<string, Range>()
  const points: PrintedPoint[] = []
  const found = skimmed(bytes, (range) => {
    const point = pointIn(bytes, range)
    ranges.set(point.id, range)
    points.push(points.length < mostInOne ? point : counted(point))
  })
  const attendance = points.length > mostInOne ? points.map(counted) : points
  const named = (some: readonly PrintedPoint[]) =>
    some.map((point) => {
      const range = ranges.get(point.id)
      return range ? pointIn(bytes, range) : point
    })
  return { text: PrintedText.parse({ ...found, attendance }), named }
}
