// Every figure that differs between stages, typed and in one place: nothing below it knows a stage by name.

import { usualLimits } from '#functions/media/limits.data.ts'

/** What one function may use. `reserved` caps its concurrency: unset, it shares the account's 1,000. */
export type FunctionSize = {
  memoryMb: number
  timeoutSeconds: number
  reserved?: number
  /** Of its own disk, /tmp; 512 unless told. */
  diskMb?: number
}

export type Stage = {
  name: 'dev' | 'test' | 'prod'
  region: string
  /** Where people reach the web; sign-in returns there. Addresses under .example, and that of the live channel, must be replaced before a deploy. */
  publicUrl: string
  /** The certificate of that name, of ACM in us-east-1, where CloudFront looks for it. To be replaced likewise. */
  certificateArn: string
  /** Where the account's live channel is: `aws iot describe-endpoint --endpoint-type iot:Data-ATS` says it. */
  liveHost: string
  /** Prefix of the sign-in pages' host, unique in the region. */
  signInDomain: string
  /** Sender of invitations and of sign-in mail: its domain must be a verified SES identity of the region. */
  mailFrom: string
  /** Who is told when an alarm rings; without it the alarms only show. */
  alarmMail?: string
  /** How long logs are kept, as CloudWatch names it. The audit log is the event items: those are kept for good. */
  logDays: 7 | 30 | 365
  /** Compliance cannot be shortened by anybody, not even by the account's owner: only for the real archive. */
  archiveLock: { mode: 'governance' | 'compliance'; days: number }
  /** Units a second DynamoDB is ready for at once; 12,000 and 4,000 are what a new table has anyway. */
  warm: { reads: number; writes: number }
  /** Requests a second the gateway lets through, and its burst. */
  throttle: { rate: number; burst: number }
  /** A consumer mails 3,353 invitations one after the other at 14 a second: 4 minutes. */
  functions: Record<
    | 'accounts'
    | 'api'
    | 'archive'
    | 'files'
    | 'sign'
    | 'live'
    | 'media'
    | 'consumer'
    | 'jobs'
    | 'documents'
    | 'command'
    | 'page'
    | 'search'
    | 'searchWriter',
    FunctionSize
  >
  /**
   * Where conferences may be streamed out: its name on pages, and the secret of AWS Secrets Manager whose text is the RTMPS
   * address with its key. Without it nothing is streamed.
   */
  liveStream?: { name: string; secret: string }
  /** What the account may have of Amazon Chime SDK, as its quotas in the region of the media say. */
  media: typeof usualLimits
  terminationProtection: boolean
}

const small = {
  region: 'ap-southeast-1',
  liveHost: 'example-ats.iot.ap-southeast-1.amazonaws.com',
  logDays: 7,
  archiveLock: { mode: 'governance', days: 1 },
  warm: { reads: 12_000, writes: 4_000 },
  throttle: { rate: 200, burst: 400 },
  media: usualLimits,
  functions: {
    accounts: { memoryMb: 512, timeoutSeconds: 25 },
    api: { memoryMb: 1024, timeoutSeconds: 25 },
    archive: { memoryMb: 512, timeoutSeconds: 25 },
    files: { memoryMb: 1024, timeoutSeconds: 25 },
    sign: { memoryMb: 512, timeoutSeconds: 25 },
    live: { memoryMb: 512, timeoutSeconds: 30 },
    media: { memoryMb: 1024, timeoutSeconds: 30, reserved: 1 },
    consumer: { memoryMb: 512, timeoutSeconds: 600 },
    jobs: { memoryMb: 1024, timeoutSeconds: 900 },
    documents: { memoryMb: 1769, timeoutSeconds: 900 },
    command: { memoryMb: 512, timeoutSeconds: 60 },
    page: { memoryMb: 256, timeoutSeconds: 5 },
    search: { memoryMb: 1024, timeoutSeconds: 25, diskMb: 2048 },
    searchWriter: { memoryMb: 1024, timeoutSeconds: 300, diskMb: 2048, reserved: 1 },
  },
  terminationProtection: false,
} as const satisfies Partial<Stage>

const certificate = (name: string) => `arn:aws:acm:us-east-1:000000000000:certificate/${name}`

/** The stages. A nationwide conference is 3,353 points that take the roll within minutes: prod is sized for that. */
export const stages: Record<Stage['name'], Stage> = {
  dev: {
    ...small,
    name: 'dev',
    publicUrl: 'https://dev.diemcau.example',
    certificateArn: certificate('dev'),
    signInDomain: 'diemcau-dev',
    mailFrom: 'diemcau@dev.diemcau.example',
  },
  test: {
    ...small,
    name: 'test',
    publicUrl: 'https://test.diemcau.example',
    certificateArn: certificate('test'),
    signInDomain: 'diemcau-test',
    mailFrom: 'diemcau@test.diemcau.example',
    logDays: 30,
  },
  prod: {
    ...small,
    name: 'prod',
    publicUrl: 'https://diemcau.example',
    certificateArn: certificate('prod'),
    signInDomain: 'diemcau',
    mailFrom: 'diemcau@diemcau.example',
    alarmMail: 'truc@diemcau.example',
    logDays: 365,
    archiveLock: { mode: 'compliance', days: 3_650 },
    warm: { reads: 24_000, writes: 12_000 },
    throttle: { rate: 2_000, burst: 4_000 },
    // 3,353 points need 14 replicas: more than an account has before it asks.
    media: { ...usualLimits, replicasMost: 14 },
    functions: {
      accounts: { memoryMb: 1024, timeoutSeconds: 25, reserved: 10 },
      api: { memoryMb: 1769, timeoutSeconds: 25, reserved: 600 },
      archive: { memoryMb: 1024, timeoutSeconds: 25, reserved: 50 },
      files: { memoryMb: 1769, timeoutSeconds: 25, reserved: 50 },
      sign: { memoryMb: 1024, timeoutSeconds: 25, reserved: 10 },
      live: { memoryMb: 1024, timeoutSeconds: 30 },
      media: { memoryMb: 1769, timeoutSeconds: 30, reserved: 1 },
      consumer: { memoryMb: 512, timeoutSeconds: 600 },
      jobs: { memoryMb: 1769, timeoutSeconds: 900 },
      documents: { memoryMb: 1769, timeoutSeconds: 900 },
      command: { memoryMb: 512, timeoutSeconds: 60 },
      page: { memoryMb: 256, timeoutSeconds: 5, reserved: 50 },
      search: { memoryMb: 1769, timeoutSeconds: 25, reserved: 50, diskMb: 8192 },
      searchWriter: { memoryMb: 1769, timeoutSeconds: 900, diskMb: 10_240, reserved: 1 },
    },
    terminationProtection: true,
  },
}

/** @throws Error naming the stages there are, when the name is none of them */
export const stageNamed = (name: string): Stage => {
  const stage = Object.values(stages).find((candidate) => candidate.name === name)
  if (stage) return stage
  throw new Error(`There is no stage "${name}". Stages: ${Object.keys(stages).join(', ')}.`)
}
