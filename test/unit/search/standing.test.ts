// What somebody may find is what their grants in force let them read.
import { expect, it } from 'vitest'
import { hostWord, unitWord } from '#functions/search/index-words.ts'
import { standingOf } from '#functions/search/standing.ts'
import { newId } from '#functions/shared/new-id.ts'

const host = 'unt_bo-cong-an'
const grant = (
  role: 'secretariat' | 'operator' | 'archivist' | 'administrator',
  scope: string,
  validTo?: string,
) => ({
  id: newId('grt'),
  role,
  scope,
  validFrom: '2020-01-01T00:00:00.000Z',
  ...(validTo ? { validTo } : {}),
})
const over = '2021-01-01T00:00:00.000Z'

it('is everything for an archivist, else of the unit one acts for, and nothing by a grant that is over', () => {
  expect(standingOf({ grants: [grant('archivist', '*')] })).toEqual({ all: true })
  expect(
    standingOf({ grants: [grant('archivist', '*', over), grant('secretariat', `unit:${host}`)] }),
  ).toEqual({
    all: false,
    words: [hostWord(host)],
    units: [],
  })
  expect(standingOf({ grants: [grant('operator', `unit:${host}`)] })).toEqual({
    all: false,
    words: [],
    units: [unitWord(host)],
  })
  for (const none of [[], [grant('archivist', '*', over)], [grant('administrator', '*')]])
    expect(() => standingOf({ grants: none })).toThrow('not-allowed')
})
