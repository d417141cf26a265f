// Who acts: the signed-in person of one request, or the system itself in a consumer. Every verb takes one.

/** A grant as the permission table reads it; `grants/` owns its full shape. */
export type HeldGrant = { role: string; scope: string; validFrom: string; validTo?: string | undefined }

/** An idempotency key at work: where it is kept and the hash of the body it came with. */
export type Claim = { pk: string; hash: string; expiresAt?: number | undefined }

export type Actor = {
  /** The token's subject, or `system:<consumer>`. */
  sub: string
  personId?: string | undefined
  /** The delegate whose personal link is used; undefined for accounts. */
  delegate?: { conferenceId: string; pointId: string; delegateId: string } | undefined
  /** Name with rank and post, as it will stand in records. */
  name: string
  grants: readonly HeldGrant[]
  /** When the person last typed a password, epoch seconds. */
  authTime: number
  requestId: string
  /** Server clock minus device clock in milliseconds, as measured on this request. */
  offsetMs?: number | undefined
  claim?: Claim | undefined
}

/** The actor of a consumer, which acts for nobody. */
export const systemActor = (consumer: string, requestId: string): Actor => ({
  sub: `system:${consumer}`,
  name: 'Hệ thống',
  grants: [],
  authTime: 0,
  requestId,
})

/** The same actor without the idempotency claim: for the second and later writes of one verb. */
export const withoutClaim = ({ claim: _, ...actor }: Actor): Actor => actor
