// The public place: what is put there, as what, and how long whoever reads may keep it.
import { required } from '#functions/shared/config.ts'
import { hasObject, listObjects, readObject, removeObject, replaceObject } from '#functions/shared/objects.ts'
import { readAsset } from './assets.ts'
import { countsScript } from './counts-script.data.ts'
import { loadEntries } from './entity.ts'
import { bulletinPage, gonePage, listPage } from './page.rules.ts'
import { beginCounts } from './place-counts.ts'
import type { PublicBulletin } from './public.schema.ts'
import { style } from './style.data.ts'

const root = 'ban-tin'
const page = 'text/html; charset=utf-8'
const minute = 'public, max-age=60'
const hour = 'public, max-age=3600'

/** As they stand already, nothing is put. @param kept Cache-Control */
export const putPublic = async (name: string, body: Buffer, type: string, kept: string): Promise<void> => {
  const key = `${root}/${name}`
  const there = await readObject(required('PUBLIC_BUCKET'), key)
  if (there?.equals(body)) return
  await replaceObject(required('PUBLIC_BUCKET'), key, body, { type, kept })
}

const fonts = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'] as const

/** What every page wears. */
export const putDress = async (): Promise<void> => {
  await putPublic('style.css', Buffer.from(style), 'text/css; charset=utf-8', minute)
  await putPublic('counts.js', Buffer.from(countsScript), 'text/javascript; charset=utf-8', minute)
  for (const font of fonts) await putPublic(`${font}.woff2`, await readAsset(font), 'font/woff2', hour)
}

/** Kept no longer than the page: a picture that is taken back is gone with it. */
export const putPicture = (slug: string, digest: string, bytes: Buffer): Promise<void> =>
  putPublic(`${slug}/${digest}.jpg`, bytes, 'image/jpeg', minute)

const removeOthers = async (slug: string, kept: ReadonlySet<string>): Promise<void> => {
  for (const { key } of await listObjects(required('PUBLIC_BUCKET'), `${root}/${slug}/`))
    if (!kept.has(key.slice(`${root}/${slug}/`.length))) await removeObject(required('PUBLIC_BUCKET'), key)
}

/** Its pictures are there already; those of an earlier version go. */
export const putBulletin = async (content: PublicBulletin): Promise<void> => {
  const { slug, photos } = content
  await beginCounts(slug)
  await putPublic(`${slug}/index.html`, Buffer.from(bulletinPage(content)), page, minute)
  const pictures = photos.flatMap(({ large, small }) => [`${large}.jpg`, `${small}.jpg`])
  await removeOthers(slug, new Set(['index.html', 'counts.json', ...pictures]))
}

/** Whether a page stands there. */
export const isPlaced = (slug: string): Promise<boolean> =>
  hasObject(required('PUBLIC_BUCKET'), `${root}/${slug}/index.html`)

/** Says that it is gone; pictures and counts go with it. */
export const putGone = async (slug: string): Promise<void> => {
  await putPublic(`${slug}/index.html`, Buffer.from(gonePage()), page, minute)
  await removeOthers(slug, new Set(['index.html']))
}

/**
 * The list of what is public. Whoever puts it looks once more whether it is still so: of two who put it at the same
 * time the later one has seen what both did.
 */
export const putList = async (): Promise<void> => {
  for (let shown = ''; ; ) {
    const next = listPage(await loadEntries())
    if (next === shown) return
    await putPublic('index.html', Buffer.from(next), page, minute)
    shown = next
  }
}
