// Refusals in Chime's own words and statuses, so that the SDK's real error parsing runs.

const statuses = {
  BadRequestException: 400,
  LimitExceededException: 400,
  TooManyTagsException: 400,
  ResourceLimitExceededException: 400,
  UnauthorizedException: 401,
  UnauthorizedClientException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  UnprocessableEntityException: 422,
  ThrottlingException: 429,
  ThrottledClientException: 429,
  ServiceFailureException: 500,
  ServiceUnavailableException: 503,
} as const

export type RefusalName = keyof typeof statuses

/** The SDK throws it again by the same name. */
export class ChimeRefusal extends Error {
  override readonly name: RefusalName
  readonly status: number
  /** What else the answer's body says. */
  readonly more: Readonly<Record<string, string>>

  constructor(name: RefusalName, message: string, more: Record<string, string> = {}) {
    super(message)
    this.name = name
    this.status = statuses[name]
    this.more = more
  }
}

export const badRequest = (message: string) => new ChimeRefusal('BadRequestException', message)
export const notFound = (what: string, id: string) =>
  new ChimeRefusal('NotFoundException', `${what} ${id} not found`)
export const limitExceeded = (message: string) => new ChimeRefusal('LimitExceededException', message)
export const conflict = (message: string) => new ChimeRefusal('ConflictException', message)
