// Builds the web into .build/web; the page's nonce is a placeholder that functions/page.ts fills per response.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chimeParts } from './chime-parts.ts'

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

let first: Set<string> | undefined

/** What the first page cannot do without: our own modules in one file, for forty small ones weigh a tenth more. */
const ofFirstPage = (modules: Modules): Set<string> => {
  if (first) return first
  const found = new Set<string>()
  const queue = [here('./main.tsx')]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue
    found.add(id)
    queue.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  first = found
  return found
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Libraries of every page in one file: left to itself the bundler scatters them over twenty, 4 KB more when compressed. */
const everyPage = new RegExp(
  `node_modules/(${[
    'react|react-dom|scheduler|use-sync-external-store|clsx|hono',
    'i18next|react-i18next|oidc-client-ts|jwt-decode',
    '@tanstack/(react-router|router-core|history|store|react-store)',
    '@mantine/core/esm/core',
  ].join('|')})/`,
)

export default defineConfig({
  root: here('.'),
  plugins: [react(), chimeParts()],
  // Chime's client speaks of Node's global object.
  define: { global: 'globalThis' },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: here('../.build/web'),
    emptyOutDir: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    reportCompressedSize: false,
    // The client of the meeting room, fetched by who sits down, is as large as that.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: everyPage },
            {
              debugName: 'own',
              name: (id, modules) =>
                !id.includes('/node_modules/') && ofFirstPage(modules).has(id) ? 'own' : null,
            },
          ],
        },
      },
    },
  },
})
