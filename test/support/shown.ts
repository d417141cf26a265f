// What the list of pages is made of: who sees a page, when, how wide, and what is clicked before it is looked at.
import type { Ids, Moment } from './moments.ts'

export type Who = 'thuky' | 'ninhbinh' | 'chutri' | 'luutru' | 'quantri' | 'daibieu' | 'nobody'

export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  hall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
}
const { desk, tablet, phone } = sizes

export type Shown = {
  /** Names the picture and a failure. */
  name: string
  as: Who
  when: Moment
  /** From the root of the web. */
  path: (ids: Ids) => string
  viewport?: { width: number; height: number }
  /** A selector that is there once the page is drawn; its title unless told. */
  ready?: string
  /** A selector that is clicked before it is looked at, or several one after another. */
  click?: string | string[]
  /** A selector that is there once what was clicked has come about. */
  after?: string
  /** A screen of the hall is as its address says, whatever the machine prefers. */
  ownScheme?: true
  /** Photographed in English too; checked in English it is in any case. */
  english?: true
  /** Only photographed: what is checked of it is checked at other pages, or where it is worked with. */
  onlyLooked?: true
}

/** How each sits: operator and chair have tablets. */
export const viewports: Record<Who, { width: number; height: number }> = {
  thuky: desk,
  ninhbinh: tablet,
  chutri: tablet,
  luutru: desk,
  quantri: desk,
  daibieu: phone,
  nobody: phone,
}

export const of =
  (section: string) =>
  (ids: Ids): string =>
    `/conferences/${ids.conference}${section}`
