// Everything the environment tells a function, read once and checked: nothing else reads process.env.

const names = [
  'AWS_REGION',
  'AWS_LAMBDA_LOG_LEVEL',
  'POWERTOOLS_LOG_LEVEL',
  'RECORDS_TABLE',
  'SNAPSHOTS_TABLE',
  'BOARD_QUEUE',
  'WAKE_QUEUE',
  'MEDIA_QUEUE',
  'CREDENTIALS_TABLE',
  'MEDIA_LIMITS',
  'CHIME_ENDPOINT',
  'LIVE_ENDPOINT',
  'SQS_ENDPOINT',
  'DYNAMODB_ENDPOINT',
  'TOKEN_ISSUER',
  'TOKEN_CLIENT_ID',
  'USER_POOL_ID',
  'COGNITO_ENDPOINT',
  'FILES_BUCKET',
  'SEARCH_FOLDER',
  'ARCHIVE_BUCKET',
  'ARCHIVE_LOCK',
  'RECORDINGS_BUCKET',
  'PUBLIC_BUCKET',
  'LIVE_STREAM_NAME',
  'LIVE_STREAM_TARGET',
  'S3_ENDPOINT',
  'SIGNING_KEY_ID',
  'SIGNING_KEY_FILE',
  'CERTIFYING_KEY_ID',
  'CERTIFYING_KEY_FILE',
  'MAIL_FROM',
  'SMTP_URL',
  'PUBLIC_URL',
  'PAGE_ORIGINS',
  'LIVE_URL',
  'LIVE_AUTHORIZER',
] as const

export type Setting = (typeof names)[number]

const addresses: readonly Setting[] = [
  'COGNITO_ENDPOINT',
  'BOARD_QUEUE',
  'WAKE_QUEUE',
  'MEDIA_QUEUE',
  'CHIME_ENDPOINT',
  'LIVE_ENDPOINT',
  'SQS_ENDPOINT',
  'DYNAMODB_ENDPOINT',
  'TOKEN_ISSUER',
  'S3_ENDPOINT',
  'SMTP_URL',
  'PUBLIC_URL',
  'LIVE_URL',
]

/** What only a home outside AWS may set: there, real services are reached by their own names. */
const localOnly = [
  'CHIME_ENDPOINT',
  'COGNITO_ENDPOINT',
  'DYNAMODB_ENDPOINT',
  'S3_ENDPOINT',
  'SQS_ENDPOINT',
  'SIGNING_KEY_FILE',
  'CERTIFYING_KEY_FILE',
  'SMTP_URL',
] as const

const cognitoPool = /^https:\/\/cognito-idp[.][a-z0-9-]+[.]amazonaws[.]com\/[a-z0-9-]+_[0-9A-Za-z]+$/

const liveEndpoint = /^https:\/\/[a-z0-9]+-ats[.]iot[.][a-z0-9-]+[.]amazonaws[.]com$/

/** True inside the Lambda runtime. */
export const insideAws = (): boolean => Boolean(process.env.AWS_LAMBDA_RUNTIME_API)

const found = (name: Setting): string | undefined => process.env[name] || undefined

/** Whatever is asked for, a function inside AWS that was given a local service refuses to work at all. */
const refuseForeign = () => {
  const foreign = localOnly.find(found)
  if (foreign) throw new Error(`${foreign} is for one machine only and is refused inside AWS.`)
  const issuer = found('TOKEN_ISSUER')
  if (issuer && !cognitoPool.test(issuer))
    throw new Error('TOKEN_ISSUER must be a Cognito user pool inside AWS.')
  const live = found('LIVE_ENDPOINT')
  if (live && !liveEndpoint.test(live))
    throw new Error('LIVE_ENDPOINT must be an IoT data endpoint inside AWS.')
}

/** Checked by hand: this runs in every cold start, before any schema is needed. */
const read = (name: Setting): string | undefined => {
  if (insideAws()) refuseForeign()
  const value = found(name)
  if (value && addresses.includes(name) && !URL.canParse(value)) throw new Error(`${name} is no address.`)
  return value
}

/** An optional setting. */
export const setting = (name: Setting): string | undefined => read(name)

/** A setting the caller cannot do without. */
export const required = (name: Setting): string => {
  const value = read(name)
  if (!value) throw new Error(`The environment lacks ${name}.`)
  return value
}
