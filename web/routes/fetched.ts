// How a page that is not the first is fetched: with the words it speaks, and in words when the line is lost.
import { lazyRouteComponent } from '@tanstack/react-router'
import { fetchLater } from '#web/lib/i18n/index.ts'
import { ApiProblem } from '#web/lib/problem.ts'

/** Without a line the router would load the whole page again, and lose it. */
const orOffline = (error: unknown): never => {
  throw navigator.onLine ? error : new ApiProblem('offline', 0)
}

/**
 * @param load imports the page's module
 * @param name of the component in it
 */
export const fetched = <Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) =>
  lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), fetchLater()]).catch(orOffline)
    return page
  }, name)
