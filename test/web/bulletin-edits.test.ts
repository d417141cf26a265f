// What is typed into a bulletin and not saved: it stays, over whatever others save or add meanwhile.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinInput } from '#functions/bulletins/schema.ts'
import { isLate, typedOver, withEdits } from '#web/bulletins/edits.rules.ts'

const photo = (id: string, caption = `Ảnh ${id}`) => ({ id, caption })
const none: BulletinInput = { figureIds: [], commendationIds: [], photos: [photo('a'), photo('b')] }

const typing = (standing: BulletinInput, more: Partial<BulletinInput>) =>
  typedOver(standing, undefined, { ...standing, ...more })

describe('what is typed', () => {
  it('stays when a picture is added meanwhile, which stands behind the others', () => {
    const edits = typing(none, { lead: 'Lời dẫn', photos: [photo('a', 'Toàn cảnh'), photo('b')] })
    const added = { ...none, photos: [...none.photos, photo('c')] }
    expect(withEdits(added, edits)).toEqual({
      ...none,
      lead: 'Lời dẫn',
      photos: [photo('a', 'Toàn cảnh'), photo('b'), photo('c')],
    })
    expect(edits && isLate(edits, added)).toBe(false)
    const words = [photo('a', 'Toàn cảnh'), photo('b'), photo('c', 'Mới')]
    const later = typedOver(added, edits, { ...withEdits(added, edits), photos: words })
    expect(withEdits(added, later).photos).toEqual(words)
  })

  it('keeps its order and what it removed, and brings back nothing that is gone', () => {
    const edits = typing(none, { photos: [photo('b')] })
    expect(withEdits({ ...none, photos: [...none.photos, photo('c')] }, edits).photos).toEqual([
      photo('b'),
      photo('c'),
    ])
    expect(withEdits({ ...none, photos: [photo('a')] }, edits).photos).toEqual([])
  })

  it('is told of whoever saved other words in the same place, and only then', () => {
    const edits = typing(none, { lead: 'Của tôi' })
    expect(edits && isLate(edits, { ...none, figureIds: ['fig_1'] })).toBe(false)
    expect(edits && isLate(edits, { ...none, lead: 'Của người khác' })).toBe(true)
    expect(withEdits({ ...none, lead: 'Của người khác', figureIds: ['fig_1'] }, edits)).toMatchObject({
      lead: 'Của tôi',
      figureIds: ['fig_1'],
    })
  })

  it('is nothing once it is what stands', () => {
    expect(typing(none, {})).toBeUndefined()
  })

  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  const input = fc.record({
    lead: fc.constantFrom('', 'Một', 'Hai'),
    figureIds: ids,
    commendationIds: ids,
    photos: ids.map((names) => names.map((id) => photo(id))),
  })

  it('shows each picture that stands at most once, none that does not, and all that came since', () => {
    fc.assert(
      fc.property(input, input, input, (base, typed, standing) => {
        const shown = withEdits(standing, { base, typed }).photos.map(({ id }) => id)
        const there = standing.photos.map(({ id }) => id)
        const before = base.photos.map(({ id }) => id)
        expect(new Set(shown).size).toBe(shown.length)
        expect(there).toEqual(expect.arrayContaining(shown))
        expect(shown).toEqual(expect.arrayContaining(there.filter((id) => !before.includes(id))))
      }),
    )
  })
})
