// A page that could not be shown at all.
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Page } from './Page.tsx'
import { ProblemNote } from './ProblemNote.tsx'

export const ProblemPage = ({ error, reset }: ErrorComponentProps) => (
  <Page>
    <ProblemNote error={error} onRetry={() => (navigator.onLine ? location.reload() : reset())} />
  </Page>
)
