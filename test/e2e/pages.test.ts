// Every page of the registry, in both languages and both colour schemes: no fault, no title cut, nothing refused by the policy.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { faultsOf, overflowOf } from '#test/support/audit.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { type Ids, type Moment, playMoments } from '#test/support/moments.ts'
import { pages } from '#test/support/pages.ts'
import { type Language, type Person, type Scheme, type Seat, welcome } from '#test/support/seats.ts'
import type { Shown, Who } from '#test/support/shown.ts'

/** Tabs open at once. */
const atOnce = 2

let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  await buildWeb()
  browser = await startBrowser(ownDevices)
}, 120_000)

afterAll(() => browser?.close())

type Eye = {
  /** Looks at what is shown, as it is shown now. */
  inspect(shown: Shown, language: Language): Promise<void>
}

/**
 * The whole of axe in Vietnamese, what most people read, and contrast in the other scheme too; in English all but
 * contrast, for the colours are the same.
 */
const eyeOf = (seat: Seat): Eye => {
  const other: Record<Scheme, Scheme> = { light: 'dark', dark: 'light' }
  let scheme: Scheme = 'light'
  const find = async (shown: Shown, language: Language, kind: 'whole' | 'words' | 'contrast') => {
    const faults = await faultsOf(seat.page, kind)
    if (kind !== 'contrast') faults.push(...(await overflowOf(seat.page)))
    complaints.push(...faults.map((fault) => `${shown.name} (${shown.as}, ${language}, ${scheme}): ${fault}`))
  }
  return {
    inspect: async (shown, language) => {
      if (language === 'en') return find(shown, language, 'words')
      await find(shown, language, 'whole')
      if (shown.ownScheme) return
      scheme = other[scheme]
      await seat.look(scheme)
      await find(shown, language, 'contrast')
    },
  }
}

const languages = ['vi', 'en'] as const
const otherOf = (language: Language): Language => (language === 'vi' ? 'en' : 'vi')

const walk = async (person: Person, list: Shown[], ids: Ids) => {
  const seat = await person.sit()
  const { inspect } = eyeOf(seat)
  // Each page is turned into the other language where it is, and the next one is reached in that.
  let spoken: Language =
    (await seat.page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'vi'
  const missing: Record<Language, Shown[]> = { vi: [], en: [] }
  for (const shown of list) {
    await seat.go(shown, ids)
    await inspect(shown, spoken)
    if (!(await seat.turn(shown, otherOf(spoken)))) missing[otherOf(spoken)].push(shown)
    else {
      spoken = otherOf(spoken)
      await inspect(shown, spoken)
    }
  }
  for (const language of languages.toSorted((one) => (one === spoken ? -1 : 1))) {
    if (missing[language].length > 0) await seat.speak(language)
    for (const shown of missing[language]) {
      await seat.go(shown, ids)
      await inspect(shown, language)
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
        pages.filter(({ when, onlyLooked }) => when === moment && !onlyLooked),
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
