// What a kind of long work is called; one nobody has named yet keeps its own name.
import { useTranslation } from 'react-i18next'
import { vi } from './words.ts'

export const useKindWord = () => {
  const { t } = useTranslation('jobs')
  return (kind: string): string => {
    const word = kind.replace('.', ' ')
    return word in vi.kind ? t(`kind.${word as keyof typeof vi.kind}`) : kind
  }
}
