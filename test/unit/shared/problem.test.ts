// The catalogue of refusals, and the shape in which they are answered.
import { describe, expect, it } from 'vitest'
import { Problem, type Slug } from '#functions/shared/problem.ts'
import { problemBody } from '#functions/shared/problem-body.ts'
import { catalogue } from '#functions/shared/problems.data.ts'

const at = { instance: '/api/conferences', requestId: 'req_1', english: false }

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))(
    '%s states a fact, with a status and words in two languages',
    (slug, words) => {
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(words.status).toBeGreaterThanOrEqual(400)
      expect(words.vi).toBe(words.vi.normalize('NFC'))
      expect(words.vi).not.toBe(words.en)
      for (const text of [words.vi, words.en]) expect(text).toMatch(/^\p{Lu}.*[.]$/u)
    },
  )
})

describe('an answer', () => {
  it('carries what RFC 9457 names, the request and the fields', () => {
    const errors = [{ pointer: '/title/0', code: 'too_small', message: 'Thiếu' }]
    expect(problemBody(new Problem('invalid-input', { errors }), at)).toEqual({
      type: '/problems/invalid-input',
      title: catalogue['invalid-input'].vi,
      status: 400,
      instance: '/api/conferences',
      requestId: 'req_1',
      errors,
    })
  })

  it('speaks the reader’s language and says where things stand', () => {
    const problem = new Problem('conference-state', { detail: 'closed' })
    expect(problemBody(problem, { ...at, english: true })).toMatchObject({
      title: catalogue['conference-state'].en,
      detail: 'closed',
      status: 409,
    })
    expect(problem.message).toBe('conference-state: closed')
  })

  it('never tells a fault’s reason', () => {
    expect(Object.keys(problemBody(new Problem('internal-error' satisfies Slug), at))).not.toContain('detail')
  })
})
