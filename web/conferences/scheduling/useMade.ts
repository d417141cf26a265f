// Once a draft is made: what was typed is forgotten, and its page opens.
import { useNavigate } from '@tanstack/react-router'
import type { Made } from './make-draft.ts'

export const useMade = (forget: () => void) => {
  const navigate = useNavigate()
  return ({ id, pointsFailed }: Made) => {
    forget()
    void navigate({
      to: '/conferences/$id/edit',
      params: { id },
      search: pointsFailed ? { points: 'failed' } : {},
    })
  }
}
