// Which conference's wall the address asks for, and how it should look.
import { useParams, useSearch } from '@tanstack/react-router'

export type WallAddress = { id: string; scheme: 'light' | 'dark'; every: number | undefined }

export const useWallAddress = (): WallAddress => {
  const { id = '' } = useParams({ strict: false })
  const { scheme = 'dark', every } = useSearch({ strict: false })
  return { id, scheme, every }
}
