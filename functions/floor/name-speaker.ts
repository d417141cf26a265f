// Name who really speaks, when it is somebody else than was announced. Who asked stays as it was.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { floorItem, loadFloor, loadRequest, requestItem } from './entity.ts'
import { floorSpeakerNamed } from './events.ts'
import type { FloorRequest, SpeakerInput } from './schema.ts'
import { speakerOf } from './speaker.ts'
import { renamed } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `request-not-waiting`, `delegate-unknown`, `person-unknown` */
export const nameSpeaker = async (
  actor: Actor,
  id: string,
  requestId: string,
  input: SpeakerInput,
): Promise<FloorRequest> => {
  const [conference, request] = await Promise.all([loadConference(id), loadRequest(id, requestId)])
  // After the request: a call that comes between changes the request too, and is found by its version.
  const floor = await loadFloor(id)
  allowOwn(actor, conference, request)
  const speaker = await speakerOf({ conferenceId: id, pointId: request.pointId }, input)
  const next = renamed({ floor, request }, speaker)
  const speaking = next.floor === floor ? [] : [putNext(floorItem(next.floor))]
  const event = emit(actor, floorSpeakerNamed(next.request, request.speaker))
  await write(actor, requestId, ...speaking, putNext(requestItem(next.request)), event)
  return next.request
}
