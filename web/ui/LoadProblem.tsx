// The page of what an address names and could not be read: it leads nowhere, or trying again may help. Always a way back.
import { useTranslation } from 'react-i18next'
import { leadsNowhere } from '#web/lib/problem.ts'
import { Empty } from './Empty.tsx'
import { Page } from './Page.tsx'
import { ProblemNote } from './ProblemNote.tsx'

type Props = {
  error: unknown
  onRetry: () => void
  /** The link that leads back to where such things are found. */
  children: React.ReactNode
}

export const LoadProblem = ({ error, onRetry, children }: Props) => (
  <Page>
    <p>{children}</p>
    {leadsNowhere(error) ? <Nowhere /> : <ProblemNote error={error} onRetry={onRetry} />}
  </Page>
)

const Nowhere = () => {
  const { t } = useTranslation()
  return (
    <div role="alert" data-nowhere>
      <Empty title={t('problem.notFoundTitle')} hint={t('problem.notFoundHint')} />
    </div>
  )
}
