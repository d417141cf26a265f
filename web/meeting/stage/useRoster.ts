// Who is in the room, renewed whenever somebody comes, goes, or is muted.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { useSyncExternalStore } from 'react'
import { type Occupant, type Roster, rosterOf } from './roster.ts'

export const useRoster = (
  audioVideo: AudioVideoFacade,
): { roster: Roster; occupants: readonly Occupant[] } => {
  const roster = rosterOf(audioVideo)
  return { roster, occupants: useSyncExternalStore(roster.subscribe, roster.occupants) }
}
