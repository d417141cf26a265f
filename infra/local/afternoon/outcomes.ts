// While the chair concludes, the secretariat enters what was reported and directed.
import type { Desk } from './desk.ts'
import { citations, directives, figures } from './outcomes.data.ts'
import { forEach } from './seed.ts'
import type { Stage } from './stage.ts'

export const enterOutcomes = async (path: string, secretary: Desk, tell: Stage['tell']): Promise<void> => {
  for (const figure of figures) await secretary.post(`${path}/figures`, figure)
  const cited: string[] = []
  for (const citation of citations)
    cited.push((await secretary.post<{ id: string }>(`${path}/citations`, citation)).id)
  await forEach(directives, ({ cites, ...directive }) => {
    const citationIds = cites.flatMap((at) => cited[at] ?? [])
    return secretary.post(`${path}/directives`, { ...directive, citationIds })
  })
  tell(
    `Ban thư ký ghi ${figures.length} số liệu, ${citations.length} văn bản viện dẫn, ${directives.length} ý kiến chỉ đạo`,
  )
}
