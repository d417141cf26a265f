// `npm run screenshots [-- --only floor,archive]`: every page in both schemes, some in English, into .build/screenshots.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from '#infra/build-web.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { type Ids, type Moment, playMoments } from './support/moments.ts'
import { pages } from './support/pages.ts'
import { type Language, type Person, type Scheme, type Seat, welcome } from './support/seats.ts'
import type { Shown, Who } from './support/shown.ts'

const folder = '.build/screenshots'
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = values.only?.split(',')
const chosen = pages.filter(({ name }) => !wanted || wanted.some((part) => name.includes(part)))

/** Longer ones are lists of the same and documents. */
const longest = 4000

/** In full length, as if the window were as high: what stays in sight while one scrolls stands where it belongs. */
const shoot = async ({ page }: Seat, { name }: Shown, language: Language, scheme: Scheme) => {
  const path = join(folder, `${name}-${scheme}${language === 'en' ? '-en' : ''}.png`)
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.min(longest, Math.max(size.height, height)) })
  await page.screenshot({ path })
  await page.setViewportSize(size)
}

const walk = async (person: Person, list: Shown[], ids: Ids) => {
  const seat = await person.sit()
  await seat.speak('vi')
  for (const shown of list) {
    await seat.go(shown, ids)
    for (const scheme of ['light', 'dark'] as const) {
      await seat.look(scheme)
      await shoot(seat, shown, 'vi', scheme)
    }
  }
  await seat.speak('en')
  for (const shown of list.filter(({ english }) => english)) {
    await seat.look('light')
    await seat.go(shown, ids)
    await shoot(seat, shown, 'en', 'light')
  }
  await seat.stand()
}

const complaints: string[] = []
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await buildWeb()
const browser = await startBrowser(ownDevices)
try {
  await playMoments(
    (home) => {
      const people = new Map<Who, Person>()
      return async (moment: Moment, ids: Ids) => {
        for (const [who, list] of Map.groupBy(
          chosen.filter(({ when }) => when === moment),
          ({ as }) => as,
        )) {
          const person = people.get(who) ?? (await welcome(browser, home.origin, who, complaints))
          people.set(who, person)
          await walk(person, list, ids)
        }
      }
    },
    { further: true },
  )
} finally {
  await browser.close()
}
process.stdout.write(`${chosen.length} pages → ${folder}\n${complaints.map((said) => `${said}\n`).join('')}`)
process.exitCode = complaints.length > 0 ? 1 : 0
