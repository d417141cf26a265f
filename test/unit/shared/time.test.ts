// Instants, civil days, and the folding time of an act under device clocks that are wrong.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDay, civilTime, Day, effectiveAt, Instant } from '#functions/shared/time.ts'

const yearMs = 365 * 86_400_000
const received = Date.parse('2022-11-23T08:30:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()

describe('instants', () => {
  it('are kept as UTC', () => {
    expect(Instant.parse('2022-11-23T14:00:00+07:00')).toBe('2022-11-23T07:00:00.000Z')
  })

  it.each([
    '2022-02-31T08:00:00Z',
    '2022-02-29T08:00:00Z',
    '2022-04-31T08:00:00+07:00',
    '2022-13-01T08:00:00Z',
    '2022-11-23T25:00:00Z',
    '2022-11-23T14:00:00',
    '2022-11-23',
    '0001-01-01T00:00:00Z',
    '9999-01-01T00:00:00Z',
    'hôm qua',
  ])('refuse %s', (text) => {
    expect(Instant.safeParse(text).success).toBe(false)
  })

  it('know leap days, and days of their own', () => {
    expect(Instant.safeParse('2024-02-29T08:00:00Z').success).toBe(true)
    expect(Day.safeParse('2022-02-31').success).toBe(false)
    expect([civilDay('2022-11-23T17:30:00Z'), civilTime('2022-11-23T17:30:00Z')]).toEqual([
      '2022-11-24',
      '00:30',
    ])
  })
})

describe('the folding time of an act', () => {
  const openedAt = iso(received - 3_600_000)

  it('corrects a device a year slow or a year fast by its measured offset', () => {
    for (const wrong of [-yearMs, yearMs]) {
      const claimedAt = iso(received - 60_000 + wrong)
      const told = { claimedAt, offsetMs: -wrong, openedAt, receivedAt: iso(received) }
      expect(effectiveAt(told)).toBe(iso(received - 60_000))
    }
  })

  it('clamps a device a year off whose offset nobody measured', () => {
    const told = { openedAt, receivedAt: iso(received) }
    expect(effectiveAt({ ...told, claimedAt: iso(received - yearMs) })).toBe(openedAt)
    expect(effectiveAt({ ...told, claimedAt: iso(received + yearMs) })).toBe(iso(received))
  })

  it('counts no claim where nothing had opened', () => {
    expect(effectiveAt({ claimedAt: iso(received - 1), receivedAt: iso(received) })).toBe(iso(received))
  })

  it('never leaves [opened, received], whatever clock and offset a device has', () => {
    const away = fc.integer({ min: -2 * yearMs, max: 2 * yearMs })
    const opening = fc.option(away, { nil: undefined })
    fc.assert(
      fc.property(away, fc.option(away, { nil: undefined }), opening, (claim, offsetMs, open) => {
        const told = { claimedAt: iso(received + claim), offsetMs, receivedAt: iso(received) }
        const at = Date.parse(
          effectiveAt({ ...told, openedAt: open === undefined ? undefined : iso(received + open) }),
        )
        const earliest = open === undefined ? received : Math.min(received, received + open)
        expect(at).toBeGreaterThanOrEqual(earliest)
        expect(at).toBeLessThanOrEqual(received)
        const honest = received + claim + (offsetMs ?? 0)
        if (honest >= earliest && honest <= received) expect(at).toBe(honest)
      }),
    )
  })
})
