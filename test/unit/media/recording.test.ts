// What the service tells of a recording's pipeline, in any order and as often as it likes, comes to the same; marks fall within.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marksOf } from '#functions/media/marks.rules.ts'
import { captured, captureNoted, newRecording } from '#functions/media/recording.rules.ts'

const at = (second: number) => new Date(Date.UTC(2022, 10, 23, 7, 0, second)).toISOString()
const id = 'rcd_01GJAV2T00AAAAAAAAAAAAAAAA'
const asked = newRecording('cnf_01GJAV2T00AAAAAAAAAAAAAAAA', { id, by: { sub: 's', name: 'n' }, at: at(0) })
const begun = captured(asked, { id: 'p', arn: 'arn', meetingId: 'm' }, at(1))

const news = [
  ['InProgress', at(2)],
  ['TemporaryFailure', at(10)],
  ['Resumed', at(12)],
  ['Deleted', at(30)],
] as const

it('news of a capture may be repeated and come in any order', () => {
  const { version: _, ...expected } = news.reduce((one, [what, when]) => captureNoted(one, what, when), begun)
  const told = fc.shuffledSubarray([...news, ...news], { minLength: 8 })
  fc.assert(
    fc.property(told, (order) => {
      const { version, ...found } = order.reduce((one, [what, when]) => captureNoted(one, what, when), begun)
      expect(found).toEqual(expected)
      expect(version).toBe(begun.version + news.length)
    }),
  )
})

it('an item that was on when the recording began is marked at its beginning, one that was over is not', () => {
  const item = (name: string, from: number, to?: number) => ({
    ...{ id: `agd_${name}`, title: name, kind: 'report' as const },
    spans: [{ startedAt: at(from), ...(to === undefined ? {} : { endedAt: at(to) }) }],
  })
  const agenda = [item('over', 0, 4), item('on', 3, 20), item('next', 20), item('late', 50)]
  const marks = marksOf({ startedAt: at(5), endedAt: at(45) }, agenda, [])
  expect(marks.map(({ title, seconds }) => [title, seconds])).toEqual([
    ['on', 0],
    ['next', 15],
  ])
  expect(marksOf({}, agenda, [])).toEqual([])
})
