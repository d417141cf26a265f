// Settled disagreements of a nation: the body tells how many and the weightiest, an annex the rest.
import { expect, it } from 'vitest'
import { printed, unsigned } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { compiled, event, factsOf } from '#test/support/minutes-facts.ts'
import { textOf } from '#test/support/minutes-frozen.ts'

const all = Array.from({ length: 3_353 }, (_, at) => at)
/** A point that was taken out after its call. */
const gone = all.length
const idOf = (at: number) => `bpt_ca-${at}`

const settlement = (at: number) => {
  const disagreement = { id: `ended-grant.${idOf(at)}`, kind: 'ended-grant', pointId: idOf(at) }
  const said = { ...disagreement, disagreement, chosen: 'mark', reason: `Đúng ca trực số ${at}.` }
  return event('disagreement.settled', '09:40', said, { point: idOf(at), subject: disagreement.id })
}

const national = () => {
  const disagreement = { id: 'documents-differ.fig_1', kind: 'documents-differ', subject: 'số mô hình' }
  const said = { ...disagreement, disagreement, chosen: 'neither', reason: 'Giữ cả hai.' }
  return event('disagreement.settled', '09:40', said, { subject: disagreement.id })
}

it('stand in an annex, by place, and minutes stay below what an answer may have', () => {
  const facts = factsOf([
    event('points.added', '06:00', {
      points: [...all, gone].map((at) => ({ id: idOf(at), unitId: `unt_ca-${at % 63}`, kind: 'site' })),
    }),
    event('conference.started', '07:05'),
    event('point.withdrawn', '07:30', { unitId: 'unt_ca-7', reason: 'Nhầm' }, { subject: idOf(gone) }),
  ])
  const of = (kind: 'ended-grant' | 'documents-differ', told: ReturnType<typeof settlement>) => ({
    id: told.subject,
    kind,
    ...(told.point ? { pointId: told.point } : { subject: 'số mô hình' }),
    settled: {
      chosen: told.point ? ('mark' as const) : ('neither' as const),
      reason: String(told.data.reason),
      by: 'A',
      at: '',
    },
    event: told.id,
  })
  const settled = [
    ...[...all, gone].map((at) => of('ended-grant', settlement(at))),
    of('documents-differ', national()),
  ]
  const blocks = compiled({ ...facts, settled })
  expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThan(100_000)
  const [told, ...more] = blocks.filter(({ kind }) => kind === 'disagreement')
  expect(more).toEqual([])
  expect(told?.text.split('\n').slice(0, 2)).toEqual([
    'Khi lập Biên bản, 3.355 nội dung số liệu chưa khớp đã được thống nhất, gồm: 1 trường hợp các tài liệu ghi khác nhau; 3.354 trường hợp có điểm danh do người đã hết thời hạn phân quyền gửi (chi tiết tại Phụ lục II). Trong đó:',
    '- Các tài liệu ghi khác nhau về số mô hình; đã thống nhất không lấy theo nguồn nào, lý do: giữ cả hai.',
  ])
  expect(told?.sentences[0]?.evidence).toMatchObject([{ query: 'disagreements', count: 3_355 }])
  expect(told?.text.split('\n')).toHaveLength(6)
  const { main, places, partOf } = printed(PrintedText.parse(textOf({ ...facts, settled })), unsigned)
  const rowsIn = ({ annexes }: typeof main) =>
    annexes.find(({ label }) => label === 'Phụ lục II')?.sections.flatMap(({ rows }) => rows) ?? []
  expect(rowsIn(main).map(([, differs]) => differs)).toEqual([
    'Các tài liệu ghi khác nhau về số mô hình',
    expect.stringMatching(/^Tại điểm cầu unt_ca-7, có điểm danh do người/),
  ])
  expect(places.flatMap((place) => rowsIn(partOf(place)))).toHaveLength(3_353)
})
