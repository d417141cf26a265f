// Draft a conference: the secretariat of the host begins it.
import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import type { ConferenceInput } from './acts.schema.ts'
import { conferenceItem } from './entity.ts'
import { conferenceDrafted, type Origin } from './events.ts'
import { namedIn } from './named-persons.ts'
import { newConference } from './rules.ts'
import type { Conference } from './schema.ts'

/** @throws Problem `not-allowed`, `unit-unknown`, `person-unknown`, `secret-grade-refused` */
export const draftConference = async (
  actor: Actor,
  input: ConferenceInput,
  origin: Origin = {},
): Promise<Conference> => {
  allow(actor, 'conference:draft', { host: input.hostUnitId })
  const conference = newConference(newId('cnf'), input, await namedIn(input))
  await expectUnit(input.hostUnitId, civilDay(input.startsAt), '/hostUnitId')
  await write(
    actor,
    conference.id,
    putNew(conferenceItem(conference)),
    emit(actor, conferenceDrafted(conference, origin)),
  )
  return conference
}
