// What CloudFront says with every answer of the web, and with files; the page's own headers come from its function.
import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import { fileHeaders } from '../web.data.ts'

const override = true

/** Two years, as browsers' own lists ask. */
export const transport = {
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override },
  contentTypeOptions: { override },
} satisfies ResponseSecurityHeadersBehavior

const resourcePolicy = 'cross-origin-resource-policy'

export class WebHeaders extends Construct {
  readonly all: ResponseHeadersPolicy
  readonly files: ResponseHeadersPolicy

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.all = new ResponseHeadersPolicy(this, 'All', { securityHeadersBehavior: transport })
    this.files = new ResponseHeadersPolicy(this, 'Files', {
      securityHeadersBehavior: {
        ...transport,
        contentSecurityPolicy: { contentSecurityPolicy: fileHeaders['content-security-policy'], override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: resourcePolicy, value: fileHeaders[resourcePolicy], override }],
      },
    })
  }
}
