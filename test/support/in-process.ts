// The SDK's way to an engine's stand-in in this very process: what it would put on the wire, handed over without one.
import type { startManners } from '#infra/local/manners.ts'

type Front = Awaited<ReturnType<typeof startManners>>
type Signed = { method: string; path: string; headers: Record<string, string>; body: string }

/** @param ask the stand-in's own door */
export const inProcess = (ask: Front['ask']) => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async ({ method, path, headers, body }: Signed) => {
    const { status, ...answer } = await ask({ method, url: path, headers, body: Buffer.from(body) })
    return { response: { statusCode: status, ...answer } }
  },
  updateHttpClientConfig: () => {},
  httpHandlerConfigs: () => ({}),
  destroy: () => {},
})
