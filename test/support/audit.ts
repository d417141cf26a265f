// What no page may have, whoever sees it: faults that axe finds, a title that is cut off, a need to scroll sideways.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** The package's entry is more than twice as long. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const kinds: Record<'whole' | 'words' | 'contrast', RunOptions> = {
  whole: { resultTypes: ['violations'], preload: false },
  words: { resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: false } } },
  contrast: { resultTypes: ['violations'], preload: false, runOnly: ['color-contrast'] },
}

/** Runs axe. @returns each fault with the elements it is at */
export const faultsOf = async (page: Page, kind: keyof typeof kinds): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(kinds[kind])})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
}

/** Runs in the page. */
const findOverflow = () => {
  const { scrollWidth, clientWidth } = document.documentElement
  const beyond = () =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(({ tagName, className }) => `${tagName}.${className}`)
      .slice(-4)
  const sideways =
    scrollWidth > clientWidth
      ? [`wider than its window: ${scrollWidth} against ${clientWidth}: ${beyond()}`]
      : []
  const titles = [...document.querySelectorAll<HTMLElement>('h1, h2, h3')].filter(
    (title) => !title.closest('.visually-hidden') && title.scrollWidth > title.clientWidth + 1,
  )
  const cut = titles.filter((title) => getComputedStyle(title).display !== 'inline')
  return [...sideways, ...cut.map((title) => `title cut off: ${title.textContent?.slice(0, 60)}`)]
}

export const overflowOf = (page: Page): Promise<string[]> => page.evaluate(findOverflow)
