// Starts the web: words, theme, data, routes.
import './lib/no-eval.ts'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Combobox.css'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/print.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { startWords } from './lib/i18n/index.ts'
import { ApiProblem } from './lib/problem.ts'
import { styleNonce } from './lib/settings.ts'
import { guardRestoredPages } from './lib/sign-in.ts'
import { createWebRouter } from './router.tsx'
import { sayNeeded } from './ui/say-needed.ts'
import { theme } from './ui/theme.ts'

/** Refusals are answers: only a lost line or a busy server is worth asking again. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 3 && error instanceof ApiProblem && (error.slug === 'offline' || error.slug === 'busy')

const queries = new QueryClient({
  // `always`: a lost line must end in words, not in a wait without end.
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 2_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

void guardRestoredPages()
await startWords()
sayNeeded()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
    <QueryClientProvider client={queries}>
      <RouterProvider router={createWebRouter()} />
    </QueryClientProvider>
  </MantineProvider>,
)
