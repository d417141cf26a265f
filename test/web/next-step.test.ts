// Whose turn it is with the minutes.
import { expect, it } from 'vitest'
import type { Attestation } from '#functions/minutes/schema.ts'
import { actOfStep, stepDue } from '#web/minutes/next-step.ts'

const signed = {} as Attestation

it('goes from draft over submission and two signatures to the seal', () => {
  expect(stepDue(null)).toBe('draft')
  expect(stepDue({ state: 'draft', attestations: [] })).toBe('submit')
  expect(stepDue({ state: 'submitted', attestations: [] })).toBe('sign-secretary')
  expect(stepDue({ state: 'submitted', attestations: [signed] })).toBe('sign-chair')
  expect(stepDue({ state: 'signed', attestations: [signed, signed] })).toBe('seal')
  expect(stepDue({ state: 'sealed', attestations: [signed, signed] })).toBe('sealed')
})

it('asks the permission table for the act of each step', () => {
  expect([actOfStep('draft'), actOfStep('submit'), actOfStep('sign-chair'), actOfStep('seal')]).toEqual([
    'minutes:draft',
    'minutes:submit',
    'minutes:sign',
    'minutes:seal',
  ])
})
