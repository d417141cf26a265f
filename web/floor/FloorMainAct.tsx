// The desk's next step on the floor: open the list, call the next, end the turn.
import { useTranslation } from 'react-i18next'
import { MainAct } from '#web/ui/MainAct.tsx'
import type { FloorNow } from './Speaking.tsx'
import type { FloorAct } from './useFloorAct.ts'

type Props = {
  floor: FloorNow
  agendaItem: string | undefined
  busy: boolean
  onAct: (act: FloorAct) => void
}

export const FloorMainAct = ({ floor, agendaItem, busy, onAct }: Props) => {
  const { t } = useTranslation()
  const { current, queue, open } = floor
  const next = queue[0]
  if (current)
    return (
      <MainAct busy={busy} onClick={() => onAct({ act: 'yield', requestId: current.requestId })}>
        {t('floor.yield')}
      </MainAct>
    )
  if (next)
    return (
      <MainAct busy={busy} onClick={() => onAct({ act: 'call', requestId: next.id })}>
        {t('floor.callNext')}
      </MainAct>
    )
  if (open)
    return (
      <MainAct busy={busy} onClick={() => onAct({ act: 'close' })}>
        {t('floor.closeList')}
      </MainAct>
    )
  return (
    <MainAct busy={busy} onClick={() => onAct({ act: 'open', agendaItem })}>
      {t('floor.openList')}
    </MainAct>
  )
}
