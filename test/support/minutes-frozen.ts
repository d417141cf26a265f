// The text that would be frozen of facts made by hand.
import type { Facts } from '#functions/minutes/facts.rules.ts'
import { minutesText } from '#functions/minutes/text.rules.ts'
import { compiled } from './minutes-facts.ts'

const hash = '0'.repeat(64)

export const textOf = (facts: Facts) =>
  minutesText({
    id: 'min_01GJH00000000000000000000A',
    number: { unitId: 'unt_bo-cong-an', year: 2022, number: 1, text: '01/BB-BCA' },
    facts,
    units: new Map(),
    provinceOf: (id) => (id.startsWith('unt_ca-') ? id : undefined),
    blocks: compiled(facts),
    horizon: { until: facts.horizon, count: facts.events.length, digest: hash, contents: hash },
  })
