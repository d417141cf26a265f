// The page's entry: the built index.html lies beside the bundle and is read once, at the first request.
import { readFileSync } from 'node:fs'
import { createPage, pageSettings } from './page.ts'
import { httpEntry } from './shared/lambda.ts'

let page: ReturnType<typeof createPage> | undefined

const thePage = () => {
  page ??= createPage(readFileSync(new URL('./index.html', import.meta.url), 'utf8'), pageSettings())
  return page
}

export const handler = httpEntry(thePage)
