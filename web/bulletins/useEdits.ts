// What is typed into a bulletin's form and not saved: kept for this tab, over every version that comes meanwhile.
import type { BulletinInput } from '#functions/bulletins/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import type { BulletinShown } from './bulletin-queries.ts'
import { type Edits, isLate, typedOver, withEdits } from './edits.rules.ts'

const inputOf = ({ lead, figureIds, commendationIds, photos }: BulletinShown): BulletinInput => ({
  ...(lead ? { lead } : {}),
  figureIds,
  commendationIds,
  photos: photos.map(({ id, caption, pointId }) => ({ id, caption, ...(pointId ? { pointId } : {}) })),
})

const editsOf = ({ base, typed }: Partial<Edits>): Edits | undefined =>
  base && typed ? { base, typed } : undefined

export const useEdits = (conferenceId: string, bulletin: BulletinShown) => {
  const { kept, keep, now, forget } = useKept<Edits>(`bulletin.${conferenceId}`)
  const standing = inputOf(bulletin)
  const edits = editsOf(kept)
  const input = withEdits(standing, edits)
  const change = (more: Partial<BulletinInput>) => {
    const before = editsOf(now())
    const next = typedOver(standing, before, { ...withEdits(standing, before), ...more })
    if (next) keep(next)
    else forget()
  }
  return {
    input,
    /** Left while it was being saved, it stands by now. */
    edited: JSON.stringify(input) !== JSON.stringify(withEdits(standing, undefined)),
    late: edits !== undefined && isLate(edits, standing),
    change,
    forget,
    /** What was typed while it was being saved goes on being typed, over what was saved. */
    saved: (told: BulletinInput) => {
      const since = editsOf(now())
      if (!since || JSON.stringify(since) === JSON.stringify(edits)) forget()
      else keep({ base: told, typed: since.typed })
    },
  }
}

export type EditsOfBulletin = ReturnType<typeof useEdits>
