// A refusal of the API as the web knows it: problem+json made a typed error.
import type { FieldError, Held, Slug } from '#functions/shared/problem.ts'

/** `offline` and `unreadable` are ours: no answer came, or one that is no problem+json. */
export type ProblemSlug = Slug | 'offline' | 'unreadable'

type Body = {
  type?: string
  title?: string
  detail?: string
  requestId?: string
  errors?: FieldError[]
  held?: Held
}

export class ApiProblem extends Error {
  readonly slug: ProblemSlug
  readonly status: number
  readonly detail: string | undefined
  readonly requestId: string | undefined
  readonly errors: FieldError[]
  /** Of `link-held`: the page that sits there. */
  readonly held: Held | undefined

  constructor(slug: ProblemSlug, status: number, body: Body = {}) {
    super(body.title ?? slug)
    this.name = 'ApiProblem'
    this.slug = slug
    this.status = status
    this.detail = body.detail
    this.requestId = body.requestId
    this.errors = body.errors ?? []
    this.held = body.held
  }

  /** What to say beside one field, by its JSON pointer (`/headCount`). */
  at(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.message
  }
}

/** Reads a failed answer. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    return new ApiProblem('unreadable', response.status, {
      requestId: response.headers.get('x-request-id') ?? '',
    })
  const body: Body = await response.json()
  const slug = (body.type ?? '').replace('/problems/', '') as Slug
  return new ApiProblem(slug, response.status, body)
}

/** Any thrown thing as a problem, so that one display serves all. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem('unreadable', 0, { detail: String(error) })

/** Of something that was read by its address: nothing has that address, or nothing could. */
export const leadsNowhere = (error: unknown): boolean => {
  const { status, slug } = asProblem(error)
  return status === 404 || slug === 'invalid-input'
}

/** What was refused for good is refused again: only another time, line or state may bring another answer. */
export const mayPass = ({ status }: ApiProblem): boolean =>
  status === 0 || status >= 500 || [401, 408, 409, 412, 429].includes(status)
