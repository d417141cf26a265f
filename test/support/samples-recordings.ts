// Samples of the routes of recordings and the live stream.

import { newStream } from '#functions/media/recording.rules.ts'
import { recorderItem, recordingItem, streamItem } from '#functions/media/recording-entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Item, put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { type Sample, session } from './sample.ts'
import type { World } from './world.ts'

/** Whatever stood there. */
const stand = (...items: Item[]) => write(systemActor('test', 'req_test'), 'test', ...items.map(put))

const path = '/api/conferences/:id'
const by = { sub: 'sub-a', name: 'Ban thư ký' }
const askedAt = '2022-11-23T07:00:00.000Z'

/** The recorder as it stands, with its recording on or not. */
const setRecorder =
  (wanted: boolean) =>
  async ({ ids }: World): Promise<void> => {
    ids.recording ??= newId('rcd')
    const [conferenceId, id] = [ids.session ?? '', ids.recording]
    await stand(
      recorderItem({ conferenceId, wanted, ...(wanted ? { by, current: id } : {}), version: 1 }),
      recordingItem({
        ...{ id, conferenceId, state: 'ready', askedAt, by, version: 1 },
        file: { key: `whole/${conferenceId}/${id}/composited-video/p.webm`, bytes: 1 },
      }),
    )
  }

const setStream =
  (wanted: boolean) =>
  async ({ ids }: World): Promise<void> => {
    process.env.LIVE_STREAM_NAME = 'Cổng thông tin'
    const stream = newStream(ids.session ?? '')
    await stand(streamItem({ ...stream, wanted, state: wanted ? 'on' : 'off', version: 1 }))
  }

const nothing = () => ({})

export const recordingSamples: Record<string, Sample[]> = {
  [`GET ${path}/recordings`]: [session()],
  [`POST ${path}/recordings/start`]: [session({ body: nothing, before: setRecorder(false) })],
  [`POST ${path}/recordings/stop`]: [session({ body: nothing, before: setRecorder(true) })],
  [`GET ${path}/recordings/:rcd/file`]: [
    session({ params: { rcd: 'recording' }, before: setRecorder(false) }),
  ],
  [`GET ${path}/live-stream`]: [session()],
  [`POST ${path}/live-stream/start`]: [session({ body: nothing, before: setStream(false) })],
  [`POST ${path}/live-stream/stop`]: [session({ body: nothing, before: setStream(true) })],
}
