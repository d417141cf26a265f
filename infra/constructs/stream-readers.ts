// Who reads the stream: the live channel and its builder, the pipe to the bus, and a consumer for each rule of events.
import { EventBus } from 'aws-cdk-lib/aws-events'
import type { Construct } from 'constructs'
import { chimeRules, type EventRule, eventRules } from '../rules.data.ts'
import type { Bulletins } from './bulletins.ts'
import { Consumer } from './consumer.ts'
import { mayKeepSnapshots, mayLock, mayMail, mayRead, mayUse, mayWrite } from './grants.ts'
import { commonOf, filePlaces, type House } from './house.ts'
import type { HouseFunction } from './house-function.ts'
import { Live } from './live.ts'
import type { Media } from './media.ts'
import { MediaEvents } from './media-events.ts'
import { certifierSettings, mayPack } from './packages.ts'
import { EventPipe } from './pipe.ts'
import { mayReadRecordings, tellOfFailures } from './recordings.ts'
import type { Search } from './search.ts'

type Rooms = { media: Media; search: Search; bulletins: Bulletins }
type Need = NonNullable<EventRule['may']>[number]

const allow = (handler: HouseFunction, need: Need, { data, stage }: House, { media, bulletins }: Rooms) => {
  const { files, archive } = data.storage
  if (need === 'order media') media.mayOrder(handler)
  if (need === 'certify') mayPack(handler, data)
  if (need === 'publish') bulletins.mayPublish(handler)
  if (need === 'mail') mayMail(handler, stage.mailFrom)
  if (need === 'read uploads') mayUse(handler, files, [filePlaces.files], ['Get'])
  if (need === 'keep documents') mayUse(handler, archive, ['sha256/'], ['Get', 'Put'])
  if (need === 'lock records') mayLock(handler, archive, 'sha256/')
  if (need === 'write exports') mayUse(handler, files, [filePlaces.exports], ['Get', 'Put'])
}

const readLive = (scope: Construct, house: House) => {
  const { records, storage } = house.data
  const { builder, channel } = new Live(scope, 'Live', {
    ...commonOf(house),
    records,
    failures: storage.failures,
  })
  mayRead(builder, records)
  mayKeepSnapshots(builder, house.snapshots)
  mayRead(channel.authorize, records)
  mayRead(channel.onPresence, records)
  mayWrite(channel.onPresence, records)
}

const settingsOf = ({ may }: EventRule, house: House, { media }: Rooms) => {
  const { environment, ...common } = commonOf(house)
  const orders = may?.includes('order media') ? media.orderSettings : {}
  const { environment: key, ...role } = may?.includes('certify')
    ? certifierSettings(house.stage, house.data.certifyingKey)
    : {}
  return { ...common, ...role, environment: { ...environment, ...orders, ...key } }
}

const hearChime = (scope: Construct, house: House) => {
  const { records, storage } = house.data
  for (const rule of chimeRules) {
    const { handler } = new MediaEvents(scope, `MediaEvents-${rule.name}`, { ...commonOf(house), rule })
    mayRead(handler, records)
    mayWrite(handler, records)
    if (rule.may?.includes('find recordings')) mayReadRecordings(handler, storage.recordings)
  }
}

/** @param scope the stack itself: their names in it are for good */
export const readStream = (scope: Construct, house: House, rooms: Rooms): void => {
  const { records } = house.data
  readLive(scope, house)
  const bus = new EventBus(scope, 'Bus', { description: 'What happened, for whoever reacts to it' })
  new EventPipe(scope, 'Pipe', { ...commonOf(house), records, bus })
  rooms.search.addWriter(bus)
  for (const rule of eventRules) {
    const settings = settingsOf(rule, house, rooms)
    const { handler } = new Consumer(scope, `Consumer-${rule.name}`, { ...settings, bus, rule })
    mayRead(handler, records)
    mayWrite(handler, records)
    for (const need of rule.may ?? []) allow(handler, need, house, rooms)
  }
  tellOfFailures(scope, bus, house.alarms)
  hearChime(scope, house)
}
