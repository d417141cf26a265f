// Inside AWS nothing of the one-machine home works: no local endpoints, no local keys, no set clock.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { now, setClock } from '#functions/shared/clock.ts'
import { insideAws, required, setting } from '#functions/shared/config.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  setClock(() => new Date())
})

const enterAws = () => vi.stubEnv('AWS_LAMBDA_RUNTIME_API', '127.0.0.1:9001')

describe('settings', () => {
  it.each([
    ['DYNAMODB_ENDPOINT', 'http://127.0.0.1:8000'],
    ['S3_ENDPOINT', 'http://127.0.0.1:9000'],
    ['SIGNING_KEY_FILE', '/tmp/key.pem'],
    ['CERTIFYING_KEY_FILE', '/tmp/key.pem'],
    ['SMTP_URL', 'smtp://127.0.0.1:2525'],
  ] as const)('refuse %s inside AWS, whatever is asked for', (name, value) => {
    vi.stubEnv(name, value)
    expect(setting(name)).toBe(value)
    enterAws()
    expect(insideAws()).toBe(true)
    expect(() => setting('AWS_REGION')).toThrow(name)
  })

  it('take no issuer but a Cognito pool inside AWS', () => {
    vi.stubEnv('TOKEN_ISSUER', 'http://127.0.0.1:8080/local_diemcau')
    expect(required('TOKEN_ISSUER')).toContain('local')
    enterAws()
    expect(() => required('TOKEN_ISSUER')).toThrow('Cognito')
    const pool = 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_AbC123xyz'
    vi.stubEnv('TOKEN_ISSUER', pool)
    expect(required('TOKEN_ISSUER')).toBe(pool)
  })

  it('name what is missing', () => {
    vi.stubEnv('RECORDS_TABLE', undefined)
    expect(() => required('RECORDS_TABLE')).toThrow('RECORDS_TABLE')
  })
})

describe('the clock', () => {
  it('plays a past afternoon here, never inside AWS', () => {
    setClock(() => new Date('2022-11-23T07:00:00Z'))
    expect(now().toISOString()).toBe('2022-11-23T07:00:00.000Z')
    enterAws()
    expect(() => setClock(() => new Date(0))).toThrow('AWS')
    expect(now().toISOString()).toBe('2022-11-23T07:00:00.000Z')
  })
})
