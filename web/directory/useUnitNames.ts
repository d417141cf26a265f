// The names units bear today, by their ids.
import { useQueries } from '@tanstack/react-query'
import { oneUnit } from './directory-queries.ts'

export const useUnitNames = (ids: readonly string[]): Map<string, string> =>
  useQueries({
    queries: ids.map((id) => ({ ...oneUnit(id), staleTime: 3_600_000 })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => {
          const name = data?.names.at(-1)?.name
          return data && name ? [[data.id, name] as const] : []
        }),
      ),
  })
