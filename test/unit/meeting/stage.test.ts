// The stage's rules: which seats stand on which page, what is fetched for it, who is large.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentShown } from '#web/meeting/stage/content.rules.ts'
import { initialsOf } from '#web/meeting/stage/initials.rules.ts'
import {
  gridShape,
  layoutAfter,
  layouts,
  mostPictures,
  pageOf,
  speakerShape,
} from '#web/meeting/stage/layout.rules.ts'
import { mainOf, ordered, type Present } from '#web/meeting/stage/order.rules.ts'
import { wantedPictures } from '#web/meeting/stage/pictures.rules.ts'
import { hear, nobodyHeard } from '#web/meeting/stage/speaking.rules.ts'

const seat = (name: string, more: Partial<Present> = {}): Present => ({
  seat: name,
  attendeeId: `att_${name}`,
  own: false,
  sends: true,
  ...more,
})

const names = fc.uniqueArray(fc.stringMatching(/^bpt_[a-z]{1,6}$/), { maxLength: 80 })
const anyLayout = fc.constantFrom(4, 9, 16, 25)

describe('pages', () => {
  it('show everybody once, whoever is pinned first on each, and never more than may be fetched', () => {
    fc.assert(
      fc.property(names, anyLayout, fc.boolean(), (all, size, pins) => {
        const pinned = pins ? all[0] : undefined
        const { pages } = pageOf(all, { size, page: 0, pinned })
        const shown = Array.from({ length: pages }, (_, page) => pageOf(all, { size, page, pinned }).shown)
        for (const one of shown) {
          expect(one.length).toBeLessThanOrEqual(Math.min(size, mostPictures))
          if (pinned) expect(one[0]).toBe(pinned)
        }
        const rest = shown.flat().filter((one) => one !== pinned)
        expect(rest).toEqual(all.filter((one) => one !== pinned))
      }),
    )
  })

  it('stay within what there is when seats go', () => {
    fc.assert(
      fc.property(names, anyLayout, fc.integer({ min: -5, max: 50 }), (all, size, page) => {
        const found = pageOf(all, { size, page })
        expect(found.page).toBeGreaterThanOrEqual(0)
        expect(found.page).toBeLessThan(found.pages)
        expect(all.length === 0 || found.shown.length > 0).toBe(true)
      }),
    )
  })
})

describe('room', () => {
  const screens = fc.record({
    width: fc.integer({ min: 320, max: 3840 }),
    height: fc.integer({ min: 320, max: 2160 }),
  })

  it('holds a grid of any number', () => {
    fc.assert(
      fc.property(screens, fc.integer({ min: 1, max: 25 }), (size, many) => {
        const { columns, width, height } = gridShape(many, size)
        const rows = Math.ceil(many / columns)
        expect(width * columns + 8 * (columns - 1)).toBeLessThanOrEqual(size.width)
        expect(height * rows + 8 * (rows - 1)).toBeLessThanOrEqual(size.height + rows)
        expect(width).toBeGreaterThan(0)
      }),
    )
  })

  it('holds the large picture and a strip of some', () => {
    fc.assert(
      fc.property(screens, fc.integer({ min: 1, max: 60 }), (size, many) => {
        const { main, strip, beside } = speakerShape(size, many)
        const along = beside ? main.width + 8 + strip.width : main.height + 8 + strip.height
        expect(along).toBeLessThanOrEqual((beside ? size.width : size.height) + 1)
        expect(strip.many).toBeGreaterThanOrEqual(1)
        expect(strip.many + 2).toBeLessThanOrEqual(mostPictures)
      }),
    )
  })

  it('is laid out in every way before the first again', () => {
    const walked = layouts.reduce((list) => [...list, layoutAfter(list.at(-1) ?? 'speaker')], [
      'speaker' as const,
    ] as (typeof layouts)[number][])
    expect(walked).toEqual([...layouts, 'speaker'])
  })
})

describe('order', () => {
  const house = {
    called: 'bpt_called',
    central: 'bpt_centre',
    places: new Map([
      ['bpt_a', 0],
      ['bpt_b', 1],
      ['bpt_c', 2],
    ]),
  }
  const seats = [
    seat('desk', { sends: false }),
    seat('bpt_b', { sends: false }),
    seat('bpt_c'),
    seat('bpt_a'),
    seat('bpt_own', { own: true }),
    seat('bpt_centre'),
    seat('chair'),
    seat('bpt_called'),
  ]

  it('is the floor, the chair, the centre, ourselves, then the board, pictures first; the desk only with one', () => {
    expect(ordered(seats, house).map((one) => one.seat)).toEqual([
      'bpt_called',
      'chair',
      'bpt_centre',
      'bpt_own',
      'bpt_a',
      'bpt_c',
      'bpt_b',
    ])
  })

  it('makes whoever has the floor large, whoever else is heard', () => {
    const in1 = ordered(seats, house)
    expect(mainOf(in1, { called: 'bpt_called', heard: 'bpt_a' })?.seat).toBe('bpt_called')
    expect(mainOf(in1, { called: undefined, heard: 'bpt_a' })?.seat).toBe('bpt_a')
    expect(mainOf(in1, { called: 'bpt_own', heard: 'bpt_own' })?.seat, 'no mirror').toBe('bpt_called')
    expect(mainOf([seat('bpt_own', { own: true })], { called: undefined, heard: undefined })?.seat).toBe(
      'bpt_own',
    )
  })
})

describe('pictures', () => {
  const rest = ['bpt_a', 'bpt_b', 'bpt_c'].map((name) => seat(name))

  it('are fetched of whoever is shown and sends, the large one first', () => {
    const shown = [...rest, seat('bpt_off', { sends: false }), seat('bpt_own', { own: true })]
    const wanted = wantedPictures({ main: rest[1], rest: shown, lowBandwidth: false })
    expect(wanted.map(({ attendeeId }) => attendeeId)).toEqual(['att_bpt_b', 'att_bpt_a', 'att_bpt_c'])
    expect(wanted[0]?.priority).toBe(1)
  })

  it('are the speaker and what is shared alone over a narrow line', () => {
    const content = { attendeeId: 'att_bpt_a#content' }
    expect(wantedPictures({ content, main: rest[0], rest, lowBandwidth: true })).toEqual([
      { attendeeId: 'att_bpt_a#content', priority: 1, size: 'large' },
      { attendeeId: 'att_bpt_a', priority: 2, size: 'small' },
    ])
  })

  it('show the screen of whoever has the floor, else the newest, never our own', () => {
    const [a, b] = [seat('bpt_a'), seat('bpt_b')]
    expect(contentShown([a, b], { own: 'bpt_x', called: 'bpt_a' })).toBe(a)
    expect(contentShown([a, b], { own: 'bpt_x', called: undefined })).toBe(b)
    expect(contentShown([a], { own: 'bpt_a', called: 'bpt_a' })).toBeUndefined()
  })
})

describe('who is heard', () => {
  const told = (volumes: Record<string, number>) => new Map(Object.entries(volumes))
  const heardIn = (steps: Record<string, number>[]) =>
    steps.reduce((heard, volumes, at) => hear(heard, told(volumes), at * 300), nobodyHeard)

  it('is large after a moment, and stays through a cough of another', () => {
    const speaks = Array.from({ length: 10 }, () => ({ a: 0.6, b: 0 }))
    expect(heardIn(speaks).seat).toBe('a')
    expect(heardIn([...speaks, { a: 0.6, b: 0.9 }, { a: 0.6, b: 0 }]).seat).toBe('a')
  })

  it('gives way to whoever goes on, and stays when nobody speaks', () => {
    const [first, second] = [
      { a: 0.6, b: 0 },
      { a: 0, b: 0.6 },
    ]
    const talk = [...Array.from({ length: 10 }, () => first), ...Array.from({ length: 12 }, () => second)]
    expect(heardIn(talk).seat).toBe('b')
    expect(heardIn([...talk, ...Array.from({ length: 30 }, () => ({ a: 0, b: 0 }))]).seat).toBe('b')
    expect(heardIn([...talk, { a: 0 }]).seat, 'who left').not.toBe('b')
  })
})

it('letters stand for a point', () => {
  expect(initialsOf('Ninh Bình')).toBe('NB')
  expect(initialsOf('Thành phố Hồ Chí Minh')).toBe('CM')
  expect(initialsOf('Đắk Lắk')).toBe('ĐL')
  expect(initialsOf('Bà Rịa - Vũng Tàu')).toBe('VT')
})
