// The function's lazily imported contexts answer exactly what api.ts mounts: no route is lost or doubled on the way.
import { describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { appFor } from '#functions/contexts.ts'

const real = api.routes.filter(({ method }) => method !== 'ALL')
const distinct = [...new Set(real.map(({ method, path }) => `${method} ${path}`))]

describe('the API function', () => {
  it.each(distinct)('answers %s as api.ts does', async (route) => {
    const [method, path = ''] = route.split(' ')
    const asked = path.replace(/:\w+/g, 'x_1')
    const { routes } = await appFor(asked, method)
    expect(routes.map((found) => `${found.method} ${found.path}`)).toContain(route)
  })

  it('has no route that api.ts lacks', async () => {
    for (const route of distinct) {
      const [asked, path = ''] = route.split(' ')
      const { routes } = await appFor(path.replace(/:\w+/g, 'x_1'), asked)
      for (const found of routes)
        if (found.method !== 'ALL') expect(distinct).toContain(`${found.method} ${found.path}`)
    }
  })

  it('answers an unknown path by the frame alone', async () => {
    const answer = await (await appFor('/api/nowhere')).request('/api/nowhere')
    expect(answer.status).toBe(401)
  })
})
