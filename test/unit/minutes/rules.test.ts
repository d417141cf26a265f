// Who signs when, what a refusal undoes, in which order blocks stand, what a redraft keeps.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerNumber } from '#functions/minutes/register.rules.ts'
import {
  drafted,
  expectFreshSignIn,
  expectGraceOver,
  inOrder,
  merged,
  recordIdOf,
  redrafted,
  refused,
  type SigningRole,
  sealed,
  signed,
  signingAct,
  submittableFrom,
  submitted,
} from '#functions/minutes/rules.ts'
import type { Attestation, Block, Minutes } from '#functions/minutes/schema.ts'

const hash = 'a'.repeat(64)
const ulid = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const draft = drafted(`min_${ulid}`, `cnf_${ulid}`, { generation: ulid, compiled: hash })
const horizon = { until: '2022-11-23T10:10:00.000Z', count: 9, digest: hash, contents: hash }
const number = registerNumber('unt_bo-cong-an', 'Bộ Công an', 2022, 1)
const submittedAt = '2022-11-23T10:20:00.000Z'
const told = { until: submittedAt, events: [] }
const ready = submitted(draft, { digest: hash, horizon, number, submittedAt, told })

const attestation = (sub: string): Attestation => ({
  kid: 'key_1',
  signature: 'AA==',
  statement: {
    act: 'minutes.signed-by-secretary',
    at: '2022-11-23T11:00:00.000Z',
    auth_time: 1,
    digest: hash,
    horizon,
    kid: 'key_1',
    name: 'Thư ký',
    office: 'Thư ký hội nghị',
    sub,
  },
})

const slug = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { slug?: string }).slug ?? String(error)
  }
}

const closedAt = '2022-11-23T10:00:00.000Z'

describe('time', () => {
  it('lets a draft be submitted when the grace and the clocks have settled', () => {
    expect(submittableFrom(closedAt)).toBe('2022-11-23T10:10:05.000Z')
    expect(slug(() => expectGraceOver(closedAt, '2022-11-23T10:10:04.999Z'))).toBe('grace-running')
    expect(slug(() => expectGraceOver(closedAt, '2022-11-23T10:10:05.000Z'))).toBe('done')
  })

  it('calls a sign-in of five minutes fresh, and no older one', () => {
    const at = '2022-11-23T11:00:00.000Z'
    const seconds = Date.parse(at) / 1000
    expect(slug(() => expectFreshSignIn(seconds - 300, at))).toBe('done')
    expect(slug(() => expectFreshSignIn(seconds - 301, at))).toBe('sign-in-too-old')
  })
})

describe('signing', () => {
  const first = signed(ready, attestation('a'))
  const both = signed(first, attestation('b'))
  it.each<[string, Minutes, string, SigningRole[], string]>([
    ['the secretary begins', ready, 'a', ['secretary'], 'done'],
    ['the chair waits', ready, 'b', ['chair'], 'signature-order'],
    ['the chair follows', first, 'b', ['chair'], 'done'],
    ['a second secretary is too late', first, 'c', ['secretary'], 'already-signed'],
    ['nobody signs twice, whatever the roles', first, 'a', ['secretary', 'chair'], 'already-signed'],
    ['nobody signs what both have signed', both, 'c', ['chair'], 'already-signed'],
    ['nobody signs a draft', draft, 'a', ['secretary'], 'minutes-state'],
  ])('%s', (_, minutes, sub, roles, outcome) => {
    expect(slug(() => signingAct(minutes, sub, roles))).toBe(outcome)
  })

  it('is over with the second signature; only then may minutes be sealed', () => {
    expect([first.state, both.state]).toEqual(['submitted', 'signed'])
    const seal = { recordId: recordIdOf(both), digest: hash, n: 1, at: closedAt }
    expect(slug(() => sealed(first, seal))).toBe('minutes-state')
    expect(sealed(both, seal).state).toBe('sealed')
    expect(slug(() => refused(both, 'x'))).toBe('minutes-state')
  })

  it('is undone by a refusal, which keeps the number and leads back to the draft', () => {
    const back = refused(first, 'Sửa lại')
    expect(back).toMatchObject({ state: 'draft', attestations: [], refusal: 'Sửa lại', number })
    expect(back.digest).toBeUndefined()
    expect(submitted(back, { digest: hash, horizon, number, submittedAt, told }).refusal).toBeUndefined()
    expect(slug(() => redrafted(ready, draft))).toBe('minutes-state')
  })
})

const block = (id: string, more: Partial<Block>): Block => ({
  id: `blk_${id}`,
  kind: 'turn',
  text: id,
  sentences: [],
  events: [],
  edited: false,
  version: 1,
  ...more,
})

const compiled = [
  block('start', { kind: 'start', place: 1 }),
  block('agenda', { kind: 'agenda', place: 2 }),
  block('turn', { place: 3, events: ['evt_1'] }),
  block('end', { kind: 'end', place: 4 }),
]
const names = (blocks: Block[]) => blocks.map(({ text }) => text).join(' ')

describe('blocks', () => {
  it('stand by place; reports follow the agenda, conclusions come before the end', () => {
    const added = [block('1', { kind: 'conclusion', text: 'C' }), block('2', { kind: 'report', text: 'R' })]
    expect(names(inOrder([...added, ...compiled].toReversed()))).toBe('start agenda R turn C end')
  })

  it('follow the block they name, also an added one, and the usual place when it is gone', () => {
    const added = [
      block('1', { kind: 'conclusion', text: 'C', after: 'blk_start' }),
      block('2', { kind: 'conclusion', text: 'D', after: 'blk_1' }),
      block('3', { kind: 'conclusion', text: 'E', after: 'blk_start' }),
      block('4', { kind: 'conclusion', text: 'F', after: 'blk_gone' }),
    ]
    expect(names(inOrder([...compiled, ...added]))).toBe('start C D E agenda turn F end')
  })

  it('are never lost by ordering', () => {
    const kinds = fc.constantFrom('report' as const, 'conclusion' as const)
    const anchors = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, anchors), { maxLength: 10 }), (made) => {
        const all = [...compiled]
        made.forEach(([kind, anchor], at) => {
          const after = anchor === undefined ? {} : { after: all[anchor]?.id ?? 'blk_gone' }
          all.push(block(String(at), { kind, ...after }))
        })
        expect(new Set(inOrder(all).map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)))
        expect(inOrder(all)).toHaveLength(all.length)
      }),
    )
  })

  it('keep the secretary’s words in a redraft while their events are the same, and only then', () => {
    const before = [
      ...compiled.slice(0, 2),
      block('turn', { place: 3, events: ['evt_1'], text: 'lời của thư ký', edited: true, version: 2 }),
      block('mine', { kind: 'report', text: 'R' }),
    ]
    const same = merged(compiled, before)
    expect(same.find(({ id }) => id === 'blk_turn')).toMatchObject({
      text: 'lời của thư ký',
      edited: true,
      version: 2,
    })
    expect(same.some(({ text }) => text === 'R')).toBe(true)
    const moved = compiled.map((one) =>
      one.id === 'blk_turn' ? { ...one, events: ['evt_1', 'evt_2'] } : one,
    )
    expect(merged(moved, before).find(({ id }) => id === 'blk_turn')).toMatchObject({
      text: 'turn',
      edited: false,
      version: 3,
    })
  })
})

describe('numbers', () => {
  it.each([
    ['Bộ Công an', 1, '01/BB-BCA'],
    ['Công an tỉnh Đồng Tháp', 12, '12/BB-CATĐT'],
    ['Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu', 100, '100/BB-UBNDTBRVT'],
  ])('are written as the regulation writes them: %s', (name, count, written) => {
    expect(registerNumber('unt_x', name, 2022, count).text).toBe(written)
  })
})
