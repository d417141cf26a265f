// Open a recording: an address to play it from for a quarter of an hour; who opened it is told.

import { documentOpened } from '#functions/conferences/events.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { presignDownload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { loadRecording } from './recording-entity.ts'

/** A player asks for parts as it plays, each by the same address; when that has ended it asks for another. */
const playedSeconds = 900

const types: Record<string, string> = { mp4: 'video/mp4', webm: 'video/webm' }

const kindOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)

/** @throws Problem `not-found`, also while there is no file; `not-allowed` */
export const openRecording = async (actor: Actor, id: string, recordingId: string): Promise<string> => {
  const conference = await readConference(actor, id, 'recording:read')
  const { file, startedAt } = await loadRecording(id, recordingId)
  if (!file) throw new Problem('not-found')
  await write(withoutClaim(actor), recordingId, emit(actor, documentOpened(conference, recordingId, actor)))
  const kind = kindOf(file.key)
  const name = `ghi-hinh-${startedAt?.slice(0, 16).replace(/[T:]/g, '-') ?? recordingId}.${kind}`
  const type = types[kind] ?? 'application/octet-stream'
  return presignDownload(required('RECORDINGS_BUCKET'), file.key, { name, type }, playedSeconds)
}
