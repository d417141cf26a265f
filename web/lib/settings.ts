// What the server tells the page about its home: the token issuer and the client, in a meta element.

type Settings = {
  issuer: string
  clientId: string
  /** The live channel, where the home has one. */
  live?: { url: string; authorizer?: string }
}

const metaContent = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content

export const settings: Settings = JSON.parse(metaContent('diemcau') ?? '{}')

/** The nonce of this very response; style elements made later need it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
