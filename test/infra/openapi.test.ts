// The published document is valid OpenAPI 3.1, names every route, and says of each who may use it and how it refuses.
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { docOf } from '#functions/shared/route.ts'
import { braced, openApi } from '#infra/openapi.ts'
import { surface } from '#infra/surface.ts'

const document = openApi(surface, '0.0.0')
const paths = document.paths as Record<string, Record<string, Operation>>
type Operation = {
  operationId: string
  security: object[]
  responses: object
  parameters: { $ref?: string }[]
}
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)

it('is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(document)).toEqual({ valid: true })
})

it('names every route of the API once', () => {
  const described = surface.filter(({ handler }) => docOf(handler))
  expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
    described.map(({ path, method }) => `${method} ${braced(path)}`).sort(),
  )
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
})

it('asks for a token, an Idempotency-Key and a version where the API does', () => {
  for (const { method, parameters, responses, path } of operations) {
    const needs = parameters.flatMap(({ $ref }) => ($ref ? [$ref.split('/').at(-1)] : []))
    expect(needs, `${method} ${path}`).toEqual(
      { post: ['IdempotencyKey'], put: ['IfMatch'], patch: ['IfMatch'] }[method] ?? [],
    )
    expect(responses).toHaveProperty('default')
  }
  expect(operations.filter(({ security }) => security.length === 0).length).toBeLessThan(operations.length)
})
