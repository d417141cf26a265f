// The three wall screens, each at its own address.
import './add-words.ts'
import { useWallAddress } from './useWallAddress.ts'
import { Wall } from './Wall.tsx'

export const PointsWallPage = () => <Wall {...useWallAddress()} screen="points" />

export const FloorWallPage = () => <Wall {...useWallAddress()} screen="floor" />

export const AttendanceWallPage = () => <Wall {...useWallAddress()} screen="attendance" />
