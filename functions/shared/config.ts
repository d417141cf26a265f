// Everything the environment tells a function, read once and checked: nothing else reads process.env.
import * as z from 'zod'

const Environment = z.object({
  AWS_REGION: z.string().default('ap-southeast-1'),
  RECORDS_TABLE: z.string().optional(),
  DYNAMODB_ENDPOINT: z.url().optional(),
  TOKEN_ISSUER: z.url().optional(),
  TOKEN_CLIENT_ID: z.string().optional(),
  FILES_BUCKET: z.string().optional(),
  ARCHIVE_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  SIGNING_KEY_ID: z.string().optional(),
  SIGNING_KEY_FILE: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  SMTP_URL: z.url().optional(),
  PUBLIC_URL: z.url().optional(),
})

export type Setting = keyof z.infer<typeof Environment>

/** What only a home outside AWS may set: there, real services are reached by their own names. */
const localOnly = ['DYNAMODB_ENDPOINT', 'S3_ENDPOINT', 'SIGNING_KEY_FILE', 'SMTP_URL'] as const

const cognitoPool = /^https:\/\/cognito-idp[.][a-z0-9-]+[.]amazonaws[.]com\/[a-z0-9-]+_[0-9A-Za-z]+$/

/** True inside the Lambda runtime. */
export const insideAws = (): boolean => Boolean(process.env.AWS_LAMBDA_RUNTIME_API)

const read = () => {
  const found = Environment.parse(process.env)
  const foreign = insideAws() ? localOnly.find((name) => found[name]) : undefined
  if (foreign) throw new Error(`${foreign} is for one machine only and is refused inside AWS.`)
  if (insideAws() && found.TOKEN_ISSUER && !cognitoPool.test(found.TOKEN_ISSUER))
    throw new Error('TOKEN_ISSUER must be a Cognito user pool inside AWS.')
  return found
}

/** An optional setting. */
export const setting = (name: Setting): string | undefined => read()[name]

/** A setting the caller cannot do without. */
export const required = (name: Setting): string => {
  const value = read()[name]
  if (!value) throw new Error(`The environment lacks ${name}.`)
  return value
}
