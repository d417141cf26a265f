// What was told differently and how it was settled, as an annex; of a nation, what concerns a point stands with its place. Pure.
import { countWords } from '#functions/minutes/words.rules.ts'
import type { Place } from './attendance-annex.rules.ts'
import type { PrintedText } from './print.schema.ts'
import { type Body, column, table } from './table.rules.ts'

type Disagreements = PrintedText['disagreements']

export const disagreementsAnnex = (all: Disagreements): Body => ({
  ...table(
    'disagreements',
    [column('Nội dung chưa khớp', 7.6), column('Cách thống nhất, lý do', 6.4)],
    all.map(({ differs = '', agreed = '', event }) => [
      differs,
      { text: agreed, small: `Căn cứ: ${String(event ?? '')}` },
    ]),
  ),
  paragraphs: all.length > 0 ? [`Tổng số: ${countWords(all.length)} nội dung.`] : [],
})

/** What concerns the points of a place. */
export const disagreementsAt = ({ disagreements }: PrintedText, { points }: Place): Disagreements => {
  const here = new Set<unknown>(points.map(({ id }) => id))
  return disagreements.filter(({ pointId }) => here.has(pointId))
}

/** What concerns no point, or one that was taken out and stands at no place; the rest is too long for one list. */
export const disagreementsByPlace = ({ disagreements }: PrintedText, places: readonly Place[]): Body => {
  const placed = new Set<unknown>(places.flatMap(({ points }) => points.map(({ id }) => id)))
  const whole = disagreementsAnnex(disagreements.filter(({ pointId }) => !placed.has(pointId)))
  const many = whole.sections.some(({ rows }) => rows.length > 0)
  return {
    ...whole,
    ...(many ? {} : { columns: [], sections: [] }),
    paragraphs:
      disagreements.length > 0
        ? [
            `Tổng số: ${countWords(disagreements.length)} nội dung.`,
            'Số liệu chưa khớp của từng điểm cầu được lập thành tệp riêng theo địa phương, kèm theo Biên bản này.',
          ]
        : [],
  }
}
