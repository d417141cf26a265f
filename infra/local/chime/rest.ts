// Chime's REST as its SDK speaks it: finds the operation, holds back what exceeds the account's rate, answers or refuses.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import type { Buckets } from './quotas.ts'
import { badRequest, ChimeRefusal, type RefusalName } from './refusals.ts'

export type Asked = {
  /** What stands in the path for `:name`. */
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  /** The JSON sent; undefined when nothing was. */
  body: unknown
}

export type Operation = {
  /** As AWS names it: each has a rate of its own. */
  api: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/meetings/:meeting`; a segment with a colon stands for anything. */
  path: string
  /** Of several at one path, the one the query names. */
  operation?: string
  status: 200 | 201 | 204
  act(asked: Asked): unknown
}

const bodyMost = 1024 * 1024

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > bodyMost) throw badRequest('The request is too long.')
    chunks.push(chunk as Buffer)
  }
  if (length === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw badRequest('The request body is not JSON.')
  }
}

const segments = (path: string) => path.split('/').filter(Boolean)

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest('The address cannot be read.')
  }
}

/** @returns what stands in the path for names; undefined when it is another path */
const matched = (pattern: string, path: string): Record<string, string> | undefined => {
  const [wanted, given] = [segments(pattern), segments(path)]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decoded(segment)
    else if (part !== segment) return undefined
  }
  return params
}

const find = (operations: readonly Operation[], method: string, { pathname, searchParams }: URL) => {
  const named = searchParams.get('operation') ?? undefined
  for (const operation of operations) {
    if (operation.method !== method || operation.operation !== named) continue
    const params = matched(operation.path, pathname)
    if (params) return { operation, params, query: Object.fromEntries(searchParams) }
  }
  return undefined
}

const validation = ({ issues }: z.ZodError) => {
  const places = issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  )
  return badRequest(`${issues.length} validation error(s) detected: ${places.join('; ')}`)
}

const refusalOf = (error: unknown): ChimeRefusal => {
  if (error instanceof ChimeRefusal) return error
  if (error instanceof z.ZodError) return validation(error)
  console.error('The local Chime could not answer:', error)
  return new ChimeRefusal('ServiceFailureException', 'The service encountered an unexpected error.')
}

const send = (response: ServerResponse, status: number, content: unknown, more: Record<string, string>) => {
  const body = content === undefined ? '' : JSON.stringify(content)
  const type: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {}
  response.writeHead(status, { ...type, 'Cache-Control': 'no-store', ...more }).end(body)
}

export const refuse = (response: ServerResponse, error: unknown): void => {
  const { name, status, message, more } = refusalOf(error)
  const RequestId = randomUUID()
  const Code = name.replace(/Exception$/, '')
  const headers = { 'x-amzn-errortype': name, 'x-amzn-requestid': RequestId }
  send(response, status, { Code, Message: message, RequestId, ...more }, headers)
}

/** A path nobody serves. */
const unknown = (response: ServerResponse) => {
  const headers = { 'x-amzn-errortype': 'UnknownOperationException' }
  send(response, 404, { Code: 'UnknownOperation', Message: 'No such operation.' }, headers)
}

/** What a service far away does now and then. */
export type Trouble = {
  name: RefusalName
  /** Everything is done, only the answer is lost. */
  done?: boolean
}

/** What goes wrong with a request of that API; undefined for most. */
export type Troubles = (api: string) => Trouble | undefined

const failed = ({ name }: Trouble) => new ChimeRefusal(name, 'The service is in trouble.')

/** The two APIs say the same by two names. */
const throttled = ({ path }: Operation) =>
  path.startsWith('/sdk-media') ? 'ThrottledClientException' : 'ThrottlingException'

export const restOf = (operations: readonly Operation[], buckets: Buckets, troubles: Troubles) => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1')
    const found = url && find(operations, request.method ?? 'GET', url)
    if (!found) return unknown(response)
    const { operation, params, query } = found
    if (!buckets.take(operation.api)) throw new ChimeRefusal(throttled(operation), 'Rate exceeded')
    const trouble = troubles(operation.api)
    if (trouble && !trouble.done) throw failed(trouble)
    const content = await operation.act({ params, query, body: await bodyOf(request) })
    if (trouble) throw failed(trouble)
    send(response, operation.status, operation.status === 204 ? undefined : content, {
      'x-amzn-requestid': randomUUID(),
    })
  }
  return (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    answer(request, response).catch((error: unknown) => {
      // Whoever asked may be gone.
      if (!response.destroyed) refuse(response, error)
    })
}
