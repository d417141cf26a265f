// People in the meeting room by the product's own pages, and what each sees and hears there, as their browser counts it.
import type { Browser, Page } from 'playwright-core'
import { giveTokens, tokensOf } from './signed-in.ts'

declare global {
  /** Every line of the page to the media service. */
  var lines: RTCPeerConnection[] | undefined
}

/** Runs before the page's scripts: looks at the lines they make, and changes nothing of them. */
const noteLines = () => {
  const lines: RTCPeerConnection[] = []
  globalThis.lines = lines
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      lines.push(this)
    }
  }
}

type Inbound = RTCStats & { kind?: string; framesDecoded?: number; totalAudioEnergy?: number }

/** Runs in the page. */
const readLines = async () => {
  const open = (globalThis.lines ?? []).filter(({ connectionState }) => connectionState !== 'closed')
  const reports = await Promise.all(open.map((line) => line.getStats()))
  const inbound = reports
    .flatMap((report) => [...report.values()] as Inbound[])
    .filter(({ type }) => type === 'inbound-rtp')
  return {
    frames: inbound.reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0),
    energy: inbound.reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0),
  }
}

/** Runs in the page. @returns pictures the element has shown, 0 where there is none */
const readPicture = (label: string) => {
  const videos = [...document.querySelectorAll('video')].filter(({ ariaLabel }) => ariaLabel?.includes(label))
  return videos.reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0)
}

export type Attender = {
  page: Page
  /** From the lobby to the room. */
  enter(): Promise<void>
  press(name: string): Promise<void>
  /** The microphone, where it is not open already. */
  opens(): Promise<void>
  /** Waits until the picture of a seat moves. @param label words its name has */
  sees(label: string): Promise<void>
  /** Waits until sound comes in. */
  hears(): Promise<void>
  /** Waits until no sound has come in for half a second. */
  hearsNothing(): Promise<void>
  /** The tab dies without a word. */
  crash(): Promise<void>
}

const soon = 20_000
const blinkMs = 50

/** Asks the page until it is so. */
const until = async <T>(ask: () => Promise<T>, so: (answer: T) => boolean, what: string): Promise<void> => {
  const end = performance.now() + soon
  for (;;) {
    const answer = await ask()
    if (so(answer)) return
    if (performance.now() > end)
      throw new Error(`${what}: not within ${soon} ms, but ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, blinkMs))
  }
}

const attending = (page: Page, who: string): Attender => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const energy = async () => (await page.evaluate(readLines)).energy
  return {
    page,
    press,
    opens: async () => {
      const close = page.getByRole('button', { name: 'Tắt micrô', exact: true })
      const open = page.getByRole('button', { name: 'Mở micrô', exact: true })
      await open.or(close).waitFor()
      if (await open.isVisible()) await open.click()
      await close.waitFor()
    },
    enter: async () => {
      await press('Vào phòng họp')
      await page.getByRole('button', { name: 'Rời phòng' }).waitFor()
    },
    sees: async (label) => {
      const from = await page.evaluate(readPicture, label)
      const shown = () => page.evaluate(readPicture, label)
      await until(shown, (now) => now >= from + 5, `${who} sees ${label}`)
    },
    hears: async () => {
      const from = await energy()
      await until(energy, (now) => now > from + 0.005, `${who} hears`)
    },
    hearsNothing: async () => {
      let [last, since] = [await energy(), performance.now()]
      const silentMs = async () => {
        const now = await energy()
        if (now > last + 1e-5) [last, since] = [now, performance.now()]
        return performance.now() - since
      }
      // A device that only seems to be one beeps every second.
      await until(silentMs, (ms) => ms > 1_600, `${who} hears nothing`)
    },
    crash: async () => {
      const session = await page.context().newCDPSession(page)
      void session.send('Page.crash').catch(() => undefined)
    },
  }
}

type Room = { origin: string; conference: string }

/**
 * Comes to the room's door, signed in, and stands before the lobby.
 * @param seat as the address names it: `point=…` or `seat=…`
 * @param onPage is given the page before it goes anywhere
 */
export const comeToRoom = async (
  browser: Browser,
  { origin, conference }: Room,
  { username, seat }: { username: string; seat: string },
  onPage: (page: Page) => void = () => {},
): Promise<Attender> => {
  const device = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } })
  const page = await device.newPage()
  page.setDefaultTimeout(soon)
  await page.addInitScript(noteLines)
  await giveTokens(page, origin, await tokensOf(origin, username))
  onPage(page)
  await page.goto(`${origin}/room/${conference}?${seat}`)
  await page.getByRole('heading', { name: 'Chuẩn bị vào phòng họp' }).waitFor()
  return attending(page, `${username} (${seat})`)
}
