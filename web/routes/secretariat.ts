// Addresses of the secretariat's desk within a conference.
import { createRoute } from '@tanstack/react-router'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { conference } from './conference.ts'
import { fetched } from './fetched.ts'

const kinds: readonly OutcomeKind[] = ['directive', 'commendation', 'figure', 'citation']

const outcomes = createRoute({
  getParentRoute: () => conference,
  path: '/outcomes',
  validateSearch: ({ kind }: Record<string, unknown>): { kind?: OutcomeKind } => {
    const known = kinds.find((one) => one === kind)
    return known ? { kind: known } : {}
  },
  component: fetched(() => import('#web/outcomes/OutcomesPage.tsx'), 'OutcomesPage'),
})

const disagreements = createRoute({
  getParentRoute: () => conference,
  path: '/disagreements',
  component: fetched(() => import('#web/attendance/DisagreementsPage.tsx'), 'DisagreementsPage'),
})

const answers = createRoute({
  getParentRoute: () => conference,
  path: '/answers',
  component: fetched(() => import('#web/conferences/secretariat/AnswersPage.tsx'), 'AnswersPage'),
})

export const secretariatRoutes = [outcomes, disagreements, answers] as const
