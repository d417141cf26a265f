// Requests of a page that a test delays, loses or answers in another's place, for a while.
import type { BrowserContext, Page, Route } from 'playwright-core'

/**
 * @param on whose requests
 * @param address a glob
 * @param handle what becomes of each
 * @returns lets them pass from then on. Nothing is unrouted: a request that is held in that very moment would never be answered.
 */
export const meddle = async (
  on: Page | BrowserContext,
  address: string,
  handle: (route: Route) => Promise<unknown>,
): Promise<() => void> => {
  let isOn = true
  await on.route(address, (route) => (isOn ? handle(route) : route.continue()))
  return () => {
    isOn = false
  }
}
