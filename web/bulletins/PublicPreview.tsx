// What would be public, made by the very function that makes the public page, in its own styles and nobody else's.
import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { bulletinPage } from '#functions/bulletins/page.rules.ts'
import type { PublicBulletin } from '#functions/bulletins/public.schema.ts'
import { style } from '#functions/bulletins/style.data.ts'
import { type BulletinShown, pictureOf } from './bulletin-queries.ts'

/** The article of the page, with pictures of the upload in the place of those that are not made yet. */
const articleOf = (preview: PublicBulletin, pictures: ReadonlyMap<string, string | undefined>): Element => {
  const page = new DOMParser().parseFromString(bulletinPage(preview), 'text/html')
  for (const picture of page.querySelectorAll('img')) {
    const shown = pictures.get(picture.getAttribute('src')?.slice(0, 64) ?? '')
    if (shown) picture.src = shown
    else picture.removeAttribute('src')
  }
  for (const link of page.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  const box = page.createElement('div')
  box.className = 'bulletin'
  box.append(...page.querySelectorAll('article'))
  return box
}

const sheet = () => {
  const made = new CSSStyleSheet()
  made.replaceSync(style.replace('min-height: 100vh; ', ''))
  return made
}

type Props = { conferenceId: string; bulletin: BulletinShown }

export const PublicPreview = ({ conferenceId, bulletin }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const made = useQueries({ queries: bulletin.photos.map(({ id }) => pictureOf(conferenceId, id)) })
  const told = JSON.stringify([
    bulletin.preview,
    bulletin.photos.map(({ digest }, at) => [digest, made[at]?.data]),
  ])
  useEffect(() => {
    const host = place.current
    if (!host) return
    const [preview, pictures] = JSON.parse(told) as [PublicBulletin, [string, string | undefined][]]
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = [sheet()]
    root.replaceChildren(document.importNode(articleOf(preview, new Map(pictures)), true))
  }, [told])
  return <div ref={place} />
}
