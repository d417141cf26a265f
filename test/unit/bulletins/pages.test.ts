// The public pages: nothing internal in any byte whatever a conference holds, text stays text, the same bytes each time.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesOf, publicFacts, slugOf } from '#functions/bulletins/compose.rules.ts'
import { bulletinPage, gonePage, listPage } from '#functions/bulletins/page.rules.ts'
import { PublicBulletin, type PublicEntry, Slug } from '#functions/bulletins/public.schema.ts'
import { Bulletin } from '#functions/bulletins/schema.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { Outcome } from '#functions/outcomes/schema.ts'

const bulletin: PublicBulletin = {
  slug: '2022-11-23-tong-ket-0a1b2c',
  title: 'Hội nghị Tổng kết',
  startsAt: '2022-11-23T07:00:00.000Z',
  endsAt: '2022-11-23T10:05:00.000Z',
  form: 'online',
  chairs: ['Thượng tướng Nguyễn Văn A, Thứ trưởng'],
  points: { total: 64, provinces: [{ name: 'Ninh Bình', count: 1 }], ministry: 1 },
  figures: ['Tổng số điểm: 5.813 điểm'],
  awards: [],
  photos: [{ large: 'a'.repeat(64), small: 'b'.repeat(64), width: 760, height: 507, caption: 'Toàn cảnh' }],
}

/** What no page may hold, by where it stood. */
const secrets = (mark: string) => {
  const at = '2022-11-23T07:00:00.000Z'
  const by = { sub: `sub-${mark}`, name: `name-${mark}` }
  const conference = Conference.parse({
    id: `cnf_${mark}`,
    title: ['Tổng kết'],
    hostUnitId: `unt_${mark}`,
    level: 'ministry',
    form: 'online',
    classification: 'public',
    venue: `venue-${mark}`,
    startsAt: at,
    endsAt: at,
    contributionsDueAt: at,
    chairs: [{ personId: `prs_${mark}`, display: 'Thượng tướng A' }],
    deputyChair: { personId: `prs_${mark}`, display: `deputy-${mark}` },
    secretary: { personId: `prs_${mark}`, display: `secretary-${mark}` },
    agenda: [{ id: `agd_${mark.toLowerCase()}`, title: `item-${mark}`, kind: 'report' }],
    state: 'closed',
    closedAt: '2022-11-23T09:00:00.000Z',
    presiding: { personId: `prs_${mark}`, display: `presiding-${mark}`, sub: by.sub, since: at },
    postponements: [{ at, reason: `why-${mark}`, from: at }],
    reopenings: [{ at, reason: `why-${mark}`, from: 'closed', was: at }],
    seriesId: `ser_${mark}`,
    version: 3,
  })
  const kept = { conferenceId: conference.id, by, at, event: `evt_${mark}`, version: 1 }
  const taken = { reason: `why-${mark}`, at, by: by.name }
  const figure = { ...kept, kind: 'figure', said: '5 điểm', subject: 'Số điểm', source: `source-${mark}` }
  const gone = { ...figure, id: `fig_g${mark}`, subject: `gone-${mark}`, withdrawn: taken }
  const figures = choicesOf([figure, gone].map((one) => Outcome.parse({ id: `fig_${mark}`, ...one })))
  const places = [{ province: { id: `unt_${mark}`, name: 'Ninh Bình' }, pointId: `bpt_${mark}`, heads: 3 }]
  const made = Bulletin.parse({
    conferenceId: conference.id,
    slug: bulletin.slug,
    state: 'draft',
    figureIds: [`fig_${mark}`, `fig_g${mark}`],
    commendationIds: [],
    photos: [],
    drafted: { ...by, at },
    withdrawn: { ...by, at, reason: `why-${mark}` },
    version: 1,
  })
  return { conference, places, figures, commendations: [], made }
}

const mark = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/)

describe('a public page', () => {
  it('holds nothing of a conference but what is named, whatever stands in every other field', () => {
    fc.assert(
      fc.property(mark, (secret) => {
        const { made, ...sources } = secrets(secret)
        const facts = publicFacts(made, sources)
        const bytes =
          bulletinPage({ ...facts, photos: [] }) + listPage([entry(facts)]) + JSON.stringify(facts)
        expect(bytes.toLowerCase()).not.toContain(secret.toLowerCase())
        expect(bytes).toContain('Số điểm: 5 điểm')
      }),
      { numRuns: 60 },
    )
  })

  it('counts the points that took part: not the centre, none that was taken out', () => {
    const { made, ...sources } = secrets('01ARZ3NDEKTSV4RRFFQ69G5FAV')
    const there = (name: string, more: object = {}) => ({ kind: 'site', province: { name }, ...more })
    const out = { withdrawnAt: '2022-11-22T00:00:00.000Z' }
    const places = [
      { kind: 'central' },
      there('Ninh Bình'),
      there('Hà Nam', out),
      there('An Giang'),
      { kind: 'site' },
    ]
    expect(publicFacts(made, { ...sources, places }).points).toEqual({
      total: 3,
      centre: true,
      provinces: ['An Giang', 'Ninh Bình'].map((name) => ({ name, count: 1 })),
      ministry: 1,
    })
  })

  it('refuses whatever its shape does not name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.jsonValue(), (key, value) => {
        fc.pre(!Object.hasOwn(PublicBulletin.shape, key) && key !== '__proto__')
        expect(() => bulletinPage({ ...bulletin, [key]: value } as PublicBulletin)).toThrow()
      }),
      { numRuns: 60 },
    )
    const [photo] = bulletin.photos
    const point = { ...photo, pointId: 'bpt_ca-ninh-binh' }
    expect(() => bulletinPage({ ...bulletin, photos: [point] } as PublicBulletin)).toThrow()
  })

  it('keeps text as text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('<script>x</script>', '"><img onerror=x>', "' onclick='x", '&lt;b&gt;'),
        (bad) => {
          const said = { title: bad, lead: bad, chairs: [bad], figures: [bad], awards: [bad] }
          const photos = bulletin.photos.map((photo) => ({ ...photo, caption: bad, point: bad }))
          const page = bulletinPage({ ...bulletin, ...said, photos })
          expect(page).not.toContain(bad)
          expect(page.match(/<(script|img)\b/g)).toEqual(['<script', '<img'])
        },
      ),
    )
  })

  it('says day and time as Việt Nam has them', () => {
    expect(bulletinPage(bulletin)).toContain('Từ 14 giờ 00 đến 17 giờ 05, thứ Tư, ngày 23/11/2022')
    const late = { ...bulletin, startsAt: '2022-11-23T18:30:00.000Z', endsAt: undefined }
    expect(bulletinPage(late)).toContain('1 giờ 30'.padStart(8, '0'))
    expect(bulletinPage(late)).toContain('Thứ Năm, ngày 24/11/2022')
    expect(bulletinPage({ ...bulletin, points: { ...bulletin.points, total: 3353 } })).toContain(
      '<dd>3.353 điểm cầu</dd>',
    )
    const points = { total: 63, centre: true as const, provinces: [], ministry: 0 }
    expect(bulletinPage({ ...bulletin, points })).toContain('<dd>Điểm cầu trung tâm và 63 điểm cầu</dd>')
  })

  it('has no script and no style of its own inside', () => {
    for (const page of [bulletinPage(bulletin), gonePage(), listPage([])]) {
      expect(page).not.toMatch(/ style=|<style|<script(?! src=)| on[a-z]+=/)
      expect(page).toContain('<html lang="vi">')
    }
    expect(gonePage()).toContain('đã gỡ')
  })
})

const entry = ({ slug, title, startsAt }: PublicEntry): PublicEntry => ({ slug, title, startsAt })

describe('the list', () => {
  it('has the newest first, and the same bytes in whatever order it is told', () => {
    const entries = ['2022-11-23-a-1', '2023-01-02-b-1', '2022-11-23-a-2'].map((slug) => ({
      slug,
      title: slug,
      startsAt: `${slug.slice(0, 10)}T01:00:00.000Z`,
    }))
    const page = listPage(entries)
    const order = [...page.matchAll(/ban-tin\/(\d[^/]+)\//g)].map(([, slug]) => slug)
    expect(order).toEqual(['2023-01-02-b-1', '2022-11-23-a-2', '2022-11-23-a-1'])
    expect(listPage(entries.toReversed())).toBe(page)
  })
})

describe('the address', () => {
  it('keeps its mark however long the words of a title are', () => {
    const title = fc.array(fc.stringMatching(/^[a-z -]{1,300}$/), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(title, (title) => {
        const slug = slugOf({ title, startsAt: bulletin.startsAt }, '0a1b2c')
        expect(Slug.parse(slug)).toMatch(/-0a1b2c$/)
      }),
    )
  })
})
