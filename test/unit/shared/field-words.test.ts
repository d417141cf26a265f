// Every condition a schema states in its own words has Vietnamese ones.
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fieldWords } from '#functions/shared/field-words.ts'

const stated = globSync('functions/**/{*schema,time,text,rules}.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:message: |refine\([^'"]*?, |regex\(\w+, )'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  ),
)

it.each([...new Set(stated)])('%s', (message) => {
  expect(fieldWords(message, true)).toBe(message)
  expect(fieldWords(message, false)).not.toBe(message)
})

it('finds them', () => {
  expect(stated).toContain('control characters')
  expect(stated).toContain('a person, a name or a position is needed')
  expect(stated).toContain('must be after startsAt')
})

it('names the kind of id that was wanted', () => {
  expect(fieldWords('cnf', false)).toContain('cnf_')
})
