// A real Chromium for tests on a machine that may have none: CHROMIUM_PATH, or the one npm brought.
import { type Browser, chromium } from 'playwright-core'

/** Where the browser's binary is, and the environment it needs. */
const findChromium = async () => {
  const own = process.env.CHROMIUM_PATH
  if (own) return { executablePath: own, env: process.env }
  // The package unpacks its own libnss3 and friends only when it believes to be in a Lambda.
  const believed = process.env.AWS_EXECUTION_ENV
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return { executablePath: await packed.executablePath(), env: { ...process.env } }
  } finally {
    if (believed === undefined) delete process.env.AWS_EXECUTION_ENV
    else process.env.AWS_EXECUTION_ENV = believed
  }
}

const variables = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))

/**
 * Devices of the browser's own making: a camera that moves, a microphone that beeps; without them it has neither. Five
 * pictures a second show all there is to show, and every one is coded, forwarded and decoded by this machine.
 */
export const ownDevices = [
  '--use-fake-device-for-media-stream=fps=5',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
]

/** Starts a headless browser. The packed list of flags is not used: `--single-process` hangs. */
export const startBrowser = async (flags: string[] = []): Promise<Browser> => {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, env: variables(env), args: ['--no-sandbox', ...flags] })
}
