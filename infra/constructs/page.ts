// The function that answers the page: it knows no more than what the page is told.
import { FunctionUrlOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { channelAddress } from './live-channel.ts'
import type { SignIn } from './sign-in.ts'
import type { Storage } from './storage.ts'

export type PageProps = { signIn: SignIn; storage: Storage } & Pick<HouseFunctionProps, 'stage' | 'alarms'>

/** Where Chime signals; each meeting has a host of its own there. Sound and pictures are no connections a policy knows. */
const rooms = 'wss://*.chime.aws'

/** Where files are put, and recordings played from. */
const stores = ({ files, recordings }: Storage): string[] =>
  [files, recordings].map(({ bucketRegionalDomainName }) => `https://${bucketRegionalDomainName}`)

/** @returns the origin of the page: its address answers CloudFront alone */
export const pageOrigin = (scope: Construct, { stage, alarms, signIn, storage }: PageProps) => {
  const { lambda } = new HouseFunction(scope, 'Page', {
    stage,
    alarms,
    bundle: 'page',
    description: 'Answers the one HTML page, with a nonce of its own each time',
    size: stage.functions.page,
    environment: {
      TOKEN_ISSUER: signIn.pool.userPoolProviderUrl,
      TOKEN_CLIENT_ID: signIn.client.userPoolClientId,
      PAGE_ORIGINS: [signIn.pages, ...stores(storage), rooms].join(' '),
      ...channelAddress(stage),
    },
  })
  const url = lambda.addFunctionUrl({
    authType: FunctionUrlAuthType.AWS_IAM,
    invokeMode: InvokeMode.BUFFERED,
  })
  return FunctionUrlOrigin.withOriginAccessControl(url)
}
