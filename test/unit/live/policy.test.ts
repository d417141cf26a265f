// What an account may hear: by the permission table, nothing beyond its conference, never more than the channel takes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conferenceRoles, standingRoles } from '#functions/grants/roles.data.ts'
import { may } from '#functions/grants/rules.ts'
import { clientIdOf, partsOfClientId } from '#functions/live/messages.schema.ts'
import { lastsSeconds, policyMost, policyOf, principalOf, topicsFor } from '#functions/live/policy.rules.ts'
import { allows, rulesOf } from '#infra/local/broker-policy.ts'

const conferenceId = 'cnf_01GJAV2T00AAAAAAAAAAAAAAAA'
const otherConference = 'cnf_01GJAV2T00BBBBBBBBBBBBBBBB'
const host = 'unt_bo-cong-an'
const unit = 'unt_ca-ninh-binh'
const at = '2022-11-23T07:00:00.000Z'
const validFrom = '2022-01-01T00:00:00.000Z'
const root = `conferences/${conferenceId}`

const everyones = ['floor', 'agenda', 'board', 'board/*'].map((rest) => `${root}/${rest}`)
const place = { conferenceId, host, invited: [unit] }
const held = (role: string, scope: string) => [{ role, scope, validFrom }]
const heardBy = (role: string, scope: string) => topicsFor(held(role, scope), place, at)

describe('each role', () => {
  const own = `conference:${conferenceId}`
  it.each([
    ['secretariat', `unit:${host}`, [...everyones, `${root}/points/*`]],
    ['secretary', own, [...everyones, `${root}/points/*`]],
    ['chair', own, [...everyones, `${root}/points/*`]],
    ['centre-operator', own, [...everyones, `${root}/points/*`]],
    ['deputy-chair', own, everyones],
    ['contributor', own, everyones],
    ['operator', `unit:${unit}`, [...everyones, `${root}/points/bpt_ca-ninh-binh`]],
    ['archivist', '*', everyones],
    ['observer', `unit:${host}`, everyones],
    ['administrator', '*', []],
  ])('%s over %s', (role, scope, topics) => {
    expect(heardBy(role, scope)).toEqual(topics)
  })

  it('is known here', () => {
    expect([...standingRoles, ...conferenceRoles]).toHaveLength(10)
  })

  it('hears nothing elsewhere, of units that are not invited, or when its grant has ended', () => {
    expect(heardBy('chair', `conference:${otherConference}`)).toEqual([])
    expect(heardBy('secretariat', `unit:${unit}`)).toEqual([])
    expect(heardBy('operator', 'unit:unt_ca-ha-nam')).toEqual([])
    const ended = [{ role: 'chair', scope: own, validFrom, validTo: '2022-11-01T00:00:00.000Z' }]
    expect(topicsFor(ended, place, at)).toEqual([])
  })
})

const anyGrant = fc.record({
  role: fc.constantFrom(...standingRoles, ...conferenceRoles),
  scope: fc.constantFrom(
    '*',
    `unit:${host}`,
    `unit:${unit}`,
    'unit:unt_ca-ha-nam',
    `conference:${conferenceId}`,
    `conference:${otherConference}`,
  ),
  validFrom: fc.constantFrom(validFrom, '2023-01-01T00:00:00.000Z'),
})

const channel = 'arn:aws:iot:ap-southeast-1:123456789012'
const sub = 'd1ec0000-0000-4000-8000-000000000001'
const clientId = clientIdOf({ conferenceId, sub, page: 'b6c8cbb0-58a5-4d9f-9d3f-0d8f3a8d8b11' })

describe('a policy', () => {
  it('lets whoever may read the conference hear of it, and whoever may not nothing', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 5 }), (grants) => {
        const reads = may(grants, 'conference:read', { conference: conferenceId, host, invited: [unit] }, at)
        expect(topicsFor(grants, place, at).length > 0).toBe(reads)
      }),
    )
  })

  it('lets nobody publish, hear another conference, or connect as another page', () => {
    const filter = fc.constantFrom(
      '#',
      '+/+/floor',
      'conferences/#',
      'conferences/+/floor',
      `conferences/${otherConference}/floor`,
      '$aws/events/#',
    )
    fc.assert(
      fc.property(fc.array(anyGrant, { minLength: 1, maxLength: 5 }), filter, (grants, topic) => {
        const policy = JSON.stringify(policyOf(channel, clientId, topicsFor(grants, place, at)))
        const rules = rulesOf([policy])
        expect(allows(rules, 'iot:Connect', `${channel}:client/${clientId}`)).toBe(true)
        expect(allows(rules, 'iot:Connect', `${channel}:client/${clientId}x`)).toBe(false)
        expect(allows(rules, 'iot:Subscribe', `${channel}:topicfilter/${topic}`)).toBe(false)
        expect(allows(rules, 'iot:Receive', `${channel}:topic/${topic}`)).toBe(false)
        expect(allows(rules, 'iot:Publish', `${channel}:topic/${root}/floor`)).toBe(false)
      }),
    )
  })

  it('has no more letters than the channel takes, whoever asks and however many points they run', () => {
    const name = fc.stringMatching(/^[a-z0-9-]{1,60}$/)
    const longest = clientIdOf({ conferenceId, sub: 's'.repeat(60), page: 'p'.repeat(36) })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const invited = names.map((one) => `unt_${one}`)
        const grants = invited.flatMap((one) => held('operator', `unit:${one}`))
        const topics = topicsFor(grants, { ...place, invited }, at)
        const policy = policyOf('arn:aws-us-gov:iot:ap-southeast-12:123456789012', longest, topics)
        expect(JSON.stringify(policy).length).toBeLessThanOrEqual(policyMost)
        if (names.length > 0) expect(JSON.stringify(policy)).toContain(`points/bpt_${names[0]}`)
      }),
    )
  })
})

it('a connection ends with its token, in the figures the channel takes', () => {
  expect(lastsSeconds(900)).toBe(900)
  expect(lastsSeconds(10)).toBe(300)
  expect(lastsSeconds(1e9)).toBe(86_400)
})

it('an account is named in letters and figures', () => {
  fc.assert(fc.property(fc.string(), (any) => /^[0-9A-Za-z]{1,128}$/.test(principalOf(any))))
})

it('a client id is read as it was made', () => {
  expect(partsOfClientId(clientId)).toEqual({
    conferenceId,
    sub,
    page: 'b6c8cbb0-58a5-4d9f-9d3f-0d8f3a8d8b11',
  })
  for (const other of ['', 'cnf_1.x.y', `${conferenceId}.${sub}`, `${clientId}/`, `x${clientId}`])
    expect(partsOfClientId(other)).toBeUndefined()
})
