// Who people are: the Cognito pool, its sign-in pages and the one public client. What they may do is in grants.
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { firstPasswordDays, invitationMail, passwordLength } from '../sign-in.data.ts'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'

/** For finding accounts in the console only: no code asks a token for its group. */
const groups = ['administrator', 'secretariat', 'operator', 'archivist', 'observer']

const domainOf = (address: string) => address.slice(address.indexOf('@') + 1)

const mail = (publicUrl: string) => {
  const { subject, body } = invitationMail(publicUrl)
  return {
    userInvitation: { emailSubject: subject, emailBody: body },
    userVerification: {
      emailSubject: 'Điểm Cầu: mã xác nhận',
      emailBody: 'Mã xác nhận của đồng chí là {####}',
    },
  }
}

const userPool = (scope: Construct, { mailFrom, publicUrl }: Stage) =>
  new UserPool(scope, 'Pool', {
    ...mail(publicUrl),
    email: UserPoolEmail.withSES({ fromEmail: mailFrom, sesVerifiedDomain: domainOf(mailFrom) }),
    standardAttributes: {
      email: { required: true, mutable: true },
      fullname: { required: true, mutable: true },
    },
    selfSignUpEnabled: false,
    signInCaseSensitive: false,
    signInAliases: { username: true, email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: passwordLength,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      passwordHistorySize: 5,
      tempPasswordValidity: Duration.days(firstPasswordDays),
    },
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })

/** A public client: code with PKCE, no secret, short access tokens, refresh tokens that change at each use. */
const webClient = (pool: UserPool, stage: Stage) =>
  pool.addClient('Web', {
    generateSecret: false,
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
      callbackUrls: [`${stage.publicUrl}/signed-in`],
      logoutUrls: [stage.publicUrl, `${stage.publicUrl}/`],
    },
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(12),
    refreshTokenRotationGracePeriod: Duration.seconds(10),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  })

export class SignIn extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  /** Where the sign-in pages and the token endpoint are. */
  readonly pages: string

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id)
    this.pool = userPool(this, stage)
    acknowledge(this.pool, {
      'AwsSolutions-COG2':
        'Operators at a shared desk sign in without a telephone; signing minutes asks for a sign-in with MFA.',
    })
    for (const groupName of groups)
      new CfnUserPoolGroup(this, `Group-${groupName}`, { groupName, userPoolId: this.pool.userPoolId })
    this.client = webClient(this.pool, stage)
    const domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: stage.signInDomain } })
    this.pages = domain.baseUrl()
  }
}
