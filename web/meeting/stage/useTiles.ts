// The pictures that come in now, each with the seat it is of.
import type { AudioVideoFacade, VideoTileState } from 'amazon-chime-sdk-js'
import { useEffect, useState } from 'react'

export type Tile = { tileId: number; seat: string; own: boolean; content: boolean }

const tileOf = ({ tileId, boundExternalUserId, localTile, isContent }: VideoTileState): Tile[] =>
  tileId === null || !boundExternalUserId
    ? []
    : [{ tileId, seat: boundExternalUserId, own: localTile, content: isContent }]

export const useTiles = (audioVideo: AudioVideoFacade): Tile[] => {
  const [tiles, setTiles] = useState<Tile[]>([])
  useEffect(() => {
    const look = () => setTiles(audioVideo.getAllVideoTiles().flatMap((tile) => tileOf(tile.state())))
    const observer = { videoTileDidUpdate: look, videoTileWasRemoved: look }
    look()
    audioVideo.addObserver(observer)
    return () => audioVideo.removeObserver(observer)
  }, [audioVideo])
  return tiles
}
