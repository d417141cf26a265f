// What the pipe makes of a real event item is a whole EventBridge event: its template finds every path it names.
import { expect, it } from 'vitest'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { wakeUpFields } from '#infra/rules.data.ts'
import { synthesise } from './templates.ts'

process.env.RECORDS_TABLE = 'records'

const pipe = Object.values(synthesise('dev').app.findResources('AWS::Pipes::Pipe'))[0]?.Properties
const { InputTemplate, EventBridgeEventBusParameters: bus } = pipe.TargetParameters

const event = recorded(
  { sub: 's', personId: 'prs_1', name: 'Trần "Văn" A', grants: [], authTime: 0, requestId: 'req_1' },
  { name: 'conference.scheduled', scope: 'cnf_1', subject: 'cnf_1', data: { title: ['a', { b: 1 }] } },
)

/** The stream's typed image: strings as strings, all else as something a template could not untype. */
const record = () => {
  const item = Object.entries(putEvent(event).Put?.Item ?? {})
  const typed = item.map(([name, value]) => [name, typeof value === 'string' ? { S: value } : { M: {} }])
  return { eventName: 'INSERT', dynamodb: { NewImage: Object.fromEntries(typed) } }
}

/** Follows a pipe's path: dots only, as the template uses nothing else. */
const follow = (path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record())

it('carries the wake-up fields, as written', () => {
  const detail = JSON.parse(
    InputTemplate.replaceAll(/<([^>]+)>/g, (_: string, path: string) => String(follow(path))),
  )
  const kept: Record<string, unknown> = putEvent(event).Put?.Item ?? {}
  expect(detail).toEqual(Object.fromEntries(wakeUpFields.map((field) => [field, kept[field]])))
  expect(detail).toMatchObject({ subject: 'cnf_1', kind: '' })
})

it('names and times the event by its own fields', () => {
  expect([bus.Source, follow(bus.DetailType), follow(bus.Time)]).toEqual([
    'diemcau',
    'conference.scheduled',
    event.recordedAt,
  ])
})

it('lets through what is a new event item, by what it is', () => {
  const { Filters } = pipe.SourceParameters.FilterCriteria
  expect(JSON.parse(Filters[0].Pattern)).toEqual({
    eventName: ['INSERT'],
    dynamodb: { NewImage: { type: { S: [record().dynamodb.NewImage.type.S] } } },
  })
})
