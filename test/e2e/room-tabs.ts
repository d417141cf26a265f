// People in the meeting room with real tabs: whom they see moving, how much sound reaches them.

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ownDevices } from '#test/support/browser.ts'
import { listen, signIn } from './person.ts'

/** A second of a steady tone, said again and again: a microphone's own beeps are too short to be loud. */
const writeTone = (): string => {
  const rate = 48_000
  const sound = Buffer.alloc(44 + rate * 2)
  sound.write('RIFF', 0)
  sound.writeUInt32LE(36 + rate * 2, 4)
  sound.write('WAVEfmt ', 8)
  sound.writeUInt32LE(16, 16)
  sound.writeUInt16LE(1, 20)
  sound.writeUInt16LE(1, 22)
  sound.writeUInt32LE(rate, 24)
  sound.writeUInt32LE(rate * 2, 28)
  sound.writeUInt16LE(2, 32)
  sound.writeUInt16LE(16, 34)
  sound.write('data', 36)
  sound.writeUInt32LE(rate * 2, 40)
  for (let at = 0; at < rate; at += 1)
    sound.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + at * 2)
  const path = join(mkdtempSync(join(tmpdir(), 'diemcau-')), 'tone.wav')
  writeFileSync(path, sound)
  return path
}

/** Without these a browser of this machine has neither camera, microphone nor screen. */
export const withDevices = () => [
  `--use-file-for-fake-audio-capture=${writeTone()}`,
  ...ownDevices,
  '--auto-select-desktop-capture-source=Entire screen',
]

/** The page's peer connections, so that what truly arrived can be asked of the browser. */
const keepConnections = () => {
  const kept: RTCPeerConnection[] = []
  const Real = window.RTCPeerConnection
  Object.assign(window, {
    connections: kept,
    RTCPeerConnection: class extends Real {
      constructor(...given: ConstructorParameters<typeof Real>) {
        super(...given)
        kept.push(this)
      }
    },
  })
}

const energyIn = async (): Promise<number> => {
  let sum = 0
  for (const one of (window as unknown as { connections: RTCPeerConnection[] }).connections)
    for (const report of (await one.getStats()).values())
      if (report.type === 'inbound-rtp' && report.kind === 'audio') sum += report.totalAudioEnergy ?? 0
  return sum
}

export type Tab = {
  page: Page
  tile(name: string): ReturnType<Page['locator']>
  /** Waits until pictures of a seat go on arriving. */
  sees(name: string): Promise<void>
  hears(): Promise<void>
  /** Waits until a second of sound was silence. */
  hearsNothing(): Promise<void>
}

const soon = { timeout: 15_000, interval: 150 }

export const sit = async (
  browser: Browser,
  address: string,
  username: string,
  complaints: string[],
): Promise<Tab> => {
  const device = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } })
  const page = await device.newPage()
  await page.addInitScript(keepConnections)
  listen(page, complaints)
  await page.goto(address)
  await signIn(page, username)
  await page.getByRole('button', { name: 'Vào phòng họp', exact: true }).click()
  await page.getByRole('button', { name: 'Rời phòng' }).waitFor()
  const tile = (name: string) => page.getByRole('figure', { name: new RegExp(name) }).first()
  const frames = (name: string) =>
    tile(name)
      .locator('video')
      .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
      .catch(() => 0)
  const energy = () => page.evaluate(energyIn)
  return {
    page,
    tile,
    sees: async (name) => {
      await tile(name).locator('video').waitFor()
      const before = await frames(name)
      await expect.poll(() => frames(name), soon).toBeGreaterThan(before + 5)
    },
    hears: async () => {
      const before = await energy()
      await expect.poll(energy, soon).toBeGreaterThan(before + 0.001)
    },
    hearsNothing: async () => {
      const grown = async () => {
        const before = await energy()
        await page.waitForTimeout(1_000)
        return (await energy()) - before
      }
      await expect.poll(grown, soon).toBeLessThan(0.0001)
    },
  }
}
