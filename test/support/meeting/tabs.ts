// Tabs of a real browser in rooms of the local Chime: the page with the SDK's client, and how a test acts in it.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { ownDevices, startBrowser } from '../browser.ts'
import type { Acts } from './page.ts'

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    mainFields: ['browser', 'module', 'main'],
    define: { global: 'window' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

const servePage = async (script: string): Promise<{ server: Server; address: string }> => {
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script)
    else
      response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

type Awaitable<T> = T extends Promise<infer U> ? U : T
type Calls = { [K in keyof Acts]: (...args: Parameters<Acts[K]>) => Promise<Awaitable<ReturnType<Acts[K]>>> }

export type Tab = Calls & { page: Page }

type Window = { acts: Record<string, (...all: unknown[]) => unknown> }

/** Each act runs in the page. */
const callsOf = async (page: Page): Promise<Calls> => {
  const names = await page.evaluate(() => Object.keys((window as unknown as Window).acts))
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      page.evaluate(({ name: act, args: given }) => (window as unknown as Window).acts[act]?.(...given), {
        name,
        args,
      })
  return Object.fromEntries(names.map((name) => [name, call(name)])) as Calls
}

export type Tabs = {
  browser: Browser
  open(): Promise<Tab>
  close(): Promise<void>
}

export const openTabs = async (): Promise<Tabs> => {
  const [script, browser] = await Promise.all([bundle(), startBrowser(ownDevices)])
  const { server, address } = await servePage(script)
  return {
    browser,
    open: async () => {
      const page = await browser.newPage()
      page.on('console', (message) => {
        if (process.env.SHOW_CONSOLE) process.stdout.write(`${message.text()}\n`)
      })
      await page.goto(address)
      return { ...(await callsOf(page)), page }
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
