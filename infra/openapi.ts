// OpenAPI 3.1 of the whole HTTP surface, from the routes' own descriptions and zod schemas. Never part of a bundle.

import * as z from 'zod'
import { catalogue } from '#functions/shared/problems.data.ts'
import { docOf, type RouteDoc } from '#functions/shared/route.ts'
import { schemaOf } from '#functions/shared/valid.ts'

/** What Hono tells of a handler: each middleware of a route is an entry of its own. */
type Entry = { method: string; path: string; handler: object }

type Json = { [name: string]: unknown }
type Target = 'json' | 'query' | 'param'
type Route = { method: string; path: string; doc: RouteDoc; schemas: Partial<Record<Target, z.ZodType>> }

/** The routes that describe themselves, their middlewares gathered. */
export const describedRoutes = (entries: readonly Entry[]): Route[] => {
  const routes = new Map<string, Partial<Route> & Pick<Route, 'schemas'>>()
  for (const { method, path, handler } of entries) {
    const key = `${method} ${path}`
    const route = routes.get(key) ?? { method, path, schemas: {} }
    routes.set(key, route)
    const found = schemaOf(handler)
    if (found) route.schemas[found.target] = found.schema
    const doc = docOf(handler)
    if (doc) route.doc = doc
  }
  return [...routes.values()].filter((route): route is Route => route.doc !== undefined)
}

/** `/api/conferences/:id` → `/api/conferences/{id}`, as OpenAPI and the gateway write it. */
export const braced = (path: string) => path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema, '~standard': _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const parameters = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

const headers = ({ method }: Route) => [
  ...(method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ...(method === 'PUT' || method === 'PATCH' ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
]

const pathParameters = ({ path, schemas }: Route): Json[] => {
  const described = parameters('path', schemas.param)
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const rest = names.filter((name) => !described.some((one) => one.name === name))
  return [
    ...described,
    ...rest.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  ]
}

const answers = ({ doc }: Route): Json => {
  const content = doc.answer
    ? { content: { 'application/json': { schema: jsonSchema(doc.answer, 'output') } } }
    : {}
  return {
    [doc.status ?? 200]: { description: doc.summary, ...content },
    default: { $ref: '#/components/responses/Problem' },
  }
}

const operationId = ({ method, path }: Route) =>
  method.toLowerCase() +
  path
    .replace(/^\/api/, '')
    .split(/[/:.{}-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Grouped by what the act is about; what anybody may do, by its place: `conference` for both. */
const tag = ({ doc, path }: Route) =>
  doc.act.includes(':') ? doc.act.split(':')[0] : path.split('/')[2]?.replace(/s$/, '')

/** `personal` routes are opened by a delegate's link, all others by an account's token. */
const securityOf = (act: string) => {
  if (act === 'public') return []
  return act === 'personal' ? [{ personalLink: [] }] : [{ token: [] }]
}

const operation = (route: Route): Json => ({
  operationId: operationId(route),
  summary: route.doc.summary,
  tags: [tag(route)],
  'x-act': route.doc.act,
  parameters: [...pathParameters(route), ...parameters('query', route.schemas.query), ...headers(route)],
  ...(route.schemas.json
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: jsonSchema(route.schemas.json, 'input') } },
        },
      }
    : {}),
  responses: answers(route),
  security: securityOf(route.doc.act),
})

const header = (name: string, description: string, schema: Json) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
})

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', enum: Object.keys(catalogue).map((slug) => `/problems/${slug}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const components = {
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    personalLink: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: '`Link` and what stands after the `#` of a personal link.',
    },
  },
  parameters: {
    IdempotencyKey: header('Idempotency-Key', 'One per intent; a repeat is answered as the first.', {
      type: 'string',
      minLength: 1,
      maxLength: 100,
    }),
    IfMatch: header('If-Match', 'The ETag of the version that was read.', {
      type: 'string',
      examples: ['"3"'],
    }),
  },
  responses: {
    Problem: {
      description: 'Refused: what happened and what to do, in the language of Accept-Language',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: { Problem: problem },
}

/** The document of these routes. */
export const openApi = (entries: readonly Entry[], version: string): Json => {
  const paths: Record<string, Json> = {}
  for (const route of describedRoutes(entries))
    paths[braced(route.path)] = {
      ...paths[braced(route.path)],
      [route.method.toLowerCase()]: operation(route),
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Điểm Cầu',
      version,
      description: 'Hội nghị trực tuyến của ngành, từ khi lên lịch đến biên bản đã niêm phong.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components,
  }
}
