// What the stream's images make the channel tell: whole where all may read it, versions elsewhere, of drafts nothing.
import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { agendaItem, conferenceItem } from '#functions/conferences/entity.ts'
import { newConference } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { floorItem } from '#functions/floor/entity.ts'
import { untouched } from '#functions/floor/rules.ts'
import { topicsOf } from '#functions/live/messages.schema.ts'
import { type Image, messagesOf } from '#functions/live/told.ts'

const id = 'cnf_01GJAV2T00AAAAAAAAAAAAAAAA'
const imageOf = (item: Record<string, unknown>) =>
  marshall(item, { removeUndefinedValues: true }) as unknown as Image

const conference = (fields: Partial<Conference>): Conference => ({
  ...newConference(
    id,
    ConferenceInput.parse({
      title: ['Hội nghị thử'],
      hostUnitId: 'unt_bo-cong-an',
      venue: 'Hà Nội',
      startsAt: '2022-11-23T07:00:00.000Z',
    }),
  ),
  ...fields,
})

it('tells nothing of a draft, and the conference whole without keys or agenda once others know of it', () => {
  expect(messagesOf([imageOf(conferenceItem(conference({})))])).toEqual([])
  const [message] = messagesOf([imageOf(conferenceItem(conference({ state: 'scheduled', version: 2 })))])
  expect(message?.topic).toBe(topicsOf(id).agenda)
  const [item] = message?.told.items ?? []
  expect(item).toMatchObject({ kind: 'conference', id, version: 2, value: { state: 'scheduled' } })
  const value = item && 'value' in item ? item.value : undefined
  for (const name of ['pk', 'sk', 'type', 'gsi1pk', 'agenda', 'agendaVersion'])
    expect(value).not.toHaveProperty(name)
})

it('tells an item once, as it is last, in whatever order its images come', () => {
  const floors = [3, 1, 2].map((version) => imageOf(floorItem({ ...untouched(id), version })))
  const [message, ...more] = messagesOf(floors)
  expect(more).toEqual([])
  expect(message?.told.items).toMatchObject([{ kind: 'floor', version: 3 }])
})

it('tells only the version of what is too large for a message, or not understood', () => {
  const agenda = Array.from({ length: 100 }, (_, at) => ({
    id: `agd_${at}`,
    title: 'Báo cáo tổng kết '.repeat(80),
    kind: 'report' as const,
  }))
  const [large] = messagesOf([imageOf(agendaItem({ id, agenda, agendaVersion: 4 }))])
  expect(large?.told.items).toEqual([{ kind: 'agenda', id, version: 4 }])
  const strange = { ...floorItem(untouched(id)), open: 'perhaps', version: 9 }
  expect(messagesOf([imageOf(strange)])[0]?.told.items).toEqual([{ kind: 'floor', id, version: 9 }])
})

it('tells of a roll, a link and faults to their point alone, and never what they say', () => {
  const pointId = 'bpt_ca-ninh-binh'
  const of = (type: string) => ({
    pk: 'x',
    sk: 'y',
    type,
    conferenceId: id,
    pointId,
    version: 5,
    secret: 'x',
  })
  const [message, ...more] = messagesOf(['roll', 'link', 'faults'].map((type) => imageOf(of(type))))
  expect(more).toEqual([])
  expect(message?.topic).toBe(topicsOf(id).point(pointId))
  expect(message?.told.items).toEqual(
    ['roll', 'link', 'faults'].map((kind) => ({ kind, id: pointId, version: 5 })),
  )
})
