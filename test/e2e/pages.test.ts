// Every page of the registry, in both languages and both colour schemes: no fault, no title cut, nothing refused by the policy.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { faultsOf, overflowOf } from '#test/support/audit.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { type Ids, type Moment, playMoments } from '#test/support/moments.ts'
import { pages, type Shown, type Who } from '#test/support/pages.ts'
import { type Language, type Person, type Scheme, type Seat, welcome } from '#test/support/seats.ts'

/** Tabs open at once. */
const atOnce = 2

let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  await buildWeb()
  browser = await startBrowser(ownDevices)
}, 120_000)

afterAll(() => browser?.close())

/** The whole of axe in each language and in each scheme; of Vietnamese, what most people read, contrast in the dark too. */
const looks: Record<Language, [Scheme, 'whole' | 'contrast'][]> = {
  vi: [
    ['light', 'whole'],
    ['dark', 'contrast'],
  ],
  en: [['dark', 'whole']],
}

const inspect = async (seat: Seat, shown: Shown, language: Language) => {
  for (const [scheme, kind] of looks[language]) {
    await seat.look(scheme)
    const faults = await faultsOf(seat.page, kind)
    const found = kind === 'whole' ? [...faults, ...(await overflowOf(seat.page))] : faults
    complaints.push(...found.map((fault) => `${shown.name} (${shown.as}, ${language}, ${scheme}): ${fault}`))
  }
}

const walk = async (person: Person, list: Shown[], ids: Ids) => {
  const seat = await person.sit()
  // Begins in the language that was spoken last: the fewer switches, the sooner done.
  const spoken = await seat.page.evaluate(() => document.documentElement.lang)
  for (const language of spoken === 'en' ? (['en', 'vi'] as const) : (['vi', 'en'] as const)) {
    await seat.speak(language)
    for (const shown of list) {
      await seat.go(shown, ids)
      await inspect(seat, shown, language)
    }
  }
  await seat.stand()
}

test('no page has a fault', { timeout: 240_000 }, async () => {
  const people = new Map<Who, Person>()
  await playMoments((home) => {
    const personOf = async (who: Who) => {
      const person = people.get(who) ?? (await welcome(browser, home.origin, who, complaints))
      people.set(who, person)
      return person
    }
    return async (moment: Moment, ids: Ids) => {
      const now = Map.groupBy(
        pages.filter(({ when }) => when === moment),
        ({ as }) => as,
      )
      const queue = [...now].sort(([, a], [, b]) => b.length - a.length)
      const work = async () => {
        for (let next = queue.shift(); next; next = queue.shift())
          await walk(await personOf(next[0]), next[1], ids)
      }
      await Promise.all(Array.from({ length: atOnce }, work))
    }
  })
  expect(complaints).toEqual([])
})
