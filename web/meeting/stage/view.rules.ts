// What of a stage a page shows: which seats, in which places, and which pictures are fetched for it. Pure.
import {
  type Layout,
  mostPictures,
  pageOf,
  perPage,
  type Size,
  type SpeakerShape,
  speakerShape,
} from './layout.rules.ts'
import { type Wanted, wantedPictures } from './pictures.rules.ts'
import type { Shared, StageSeat } from './seats.rules.ts'

type Paged = { page: number; pages: number; wanted: Wanted[] }

export type SpeakerOf = Paged & {
  kind: 'speaker'
  shape: SpeakerShape
  content: Shared | undefined
  main: StageSeat | undefined
  strip: StageSeat[]
}

export type GridOf = Paged & { kind: 'grid'; shown: StageSeat[] }

export type View = SpeakerOf | GridOf

type Staged = {
  seats: StageSeat[]
  main: StageSeat | undefined
  called: StageSeat | undefined
  content: Shared | undefined
  layout: Layout
}

type Shown = { size: Size; page: number; lowBandwidth: boolean }

const gridOf = (staged: Staged, layout: keyof typeof perPage, { page }: Shown): GridOf => {
  const { seats, called } = staged
  const { shown, ...paged } = pageOf(seats, { size: perPage[layout], page, pinned: called })
  return {
    kind: 'grid',
    shown,
    ...paged,
    wanted: wantedPictures({ main: called, rest: shown, lowBandwidth: false }),
  }
}

/** With a shared screen the large place is taken: whoever would be large stands first in the strip, on every page. */
const speakerOf = (staged: Staged, { size, page, lowBandwidth }: Shown): SpeakerOf => {
  const { seats, main, content } = staged
  const rest = content ? seats : seats.filter((seat) => seat !== main)
  const shape = speakerShape(size, rest.length)
  const pinned = content && main && !main.own ? main : undefined
  const { shown, ...paged } = pageOf(rest, { size: shape.strip.many, page, pinned })
  const wanted = wantedPictures({ content, main, rest: shown, lowBandwidth }).slice(0, mostPictures)
  return {
    kind: 'speaker',
    shape,
    content,
    main: content ? undefined : main,
    strip: shown,
    ...paged,
    wanted,
  }
}

/** A shared screen is large in every layout. */
export const viewOf = (staged: Staged, shown: Shown): View => {
  const { layout, content } = staged
  return layout === 'speaker' || content || shown.lowBandwidth
    ? speakerOf(staged, shown)
    : gridOf(staged, layout, shown)
}
