// The pictures of the room as the client has them, and whose there are to be had.
import type { AudioVideoFacade, VideoSource, VideoTileState } from 'amazon-chime-sdk-js'
import { useEffect, useState } from 'react'

export type Tile = {
  tileId: number
  attendeeId: string
  own: boolean
  /** The line does not carry it just now. */
  paused: boolean
}

export type Pictures = {
  tiles: readonly Tile[]
  /** Attendees who send a picture, whether we fetch it or not, and the seats that share. */
  sources: readonly { attendeeId: string; seat: string }[]
}

/** Without its frames a tile is only a wish. */
const tileOf = ({ tileId, boundAttendeeId, localTile, paused }: VideoTileState): Tile[] =>
  tileId === null || !boundAttendeeId
    ? []
    : [{ tileId, attendeeId: boundAttendeeId, own: localTile, paused: paused && !localTile }]

const tilesOf = (audioVideo: AudioVideoFacade): Tile[] =>
  audioVideo.getAllVideoTiles().flatMap((tile) => tileOf(tile.state()))

const sourcesOf = (sources: readonly VideoSource[]): Pictures['sources'] =>
  sources.map(({ attendee }) => ({ attendeeId: attendee.attendeeId, seat: attendee.externalUserId }))

/** What is asked once is told from then on: a session that is over answers nothing any more. */
const atFirst = (audioVideo: AudioVideoFacade): Pictures => ({
  tiles: tilesOf(audioVideo),
  sources: sourcesOf(audioVideo.getRemoteVideoSources()),
})

export const useTiles = (audioVideo: AudioVideoFacade): Pictures => {
  const [pictures, setPictures] = useState(() => atFirst(audioVideo))
  useEffect(() => {
    const again = () => setPictures(({ sources }) => ({ tiles: tilesOf(audioVideo), sources }))
    const observer = {
      videoTileDidUpdate: again,
      videoTileWasRemoved: again,
      remoteVideoSourcesDidChange: (sources: VideoSource[]) =>
        setPictures(({ tiles }) => ({ tiles, sources: sourcesOf(sources) })),
    }
    audioVideo.addObserver(observer)
    setPictures(atFirst(audioVideo))
    return () => audioVideo.removeObserver(observer)
  }, [audioVideo])
  return pictures
}
