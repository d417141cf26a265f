// Builds the stage's own page and serves it on a free port of this machine.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const outDir = fileURLToPath(new URL('../../../.build/stage', import.meta.url))

export const serveStage = async () => {
  const shared = { root, configFile: false, logLevel: 'warn', build: { outDir, emptyOutDir: true } } as const
  await build({ ...shared, plugins: [react()], build: { ...shared.build, target: 'es2022', minify: false } })
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } })
  return { origin: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() }
}
