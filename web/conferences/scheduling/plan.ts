// A conference as its form holds it, to and from what the API takes. Pure.

import type { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { instantOf, isBlank, nowhen, onDayOf, type When, whenOf } from '#web/lib/when.ts'

export type Plan = {
  host: string
  /** One part of the title a line. */
  title: string
  level: string
  form: string
  classification: string
  venue: string
  starts: When
  ends: When
  due: When
  chairs: string[]
  deputy: string
  secretary: string
}

export const levels = ['ministry', 'province', 'commune'] as const
export const forms = ['online', 'hybrid', 'in-person'] as const
export const classifications = ['public', 'internal'] as const

export const blankPlan: Plan = {
  host: '',
  title: '',
  level: 'ministry',
  form: 'online',
  classification: 'internal',
  venue: '',
  starts: nowhen,
  ends: nowhen,
  due: nowhen,
  chairs: [],
  deputy: '',
  secretary: '',
}

export const planOf = (conference: Conference): Plan => ({
  host: conference.hostUnitId,
  title: conference.title.join('\n'),
  level: conference.level,
  form: conference.form,
  classification: conference.classification,
  venue: conference.venue,
  starts: whenOf(conference.startsAt),
  ends: whenOf(conference.endsAt),
  due: whenOf(conference.contributionsDueAt),
  chairs: conference.chairs.map(({ personId }) => personId),
  deputy: conference.deputyChair?.personId ?? '',
  secretary: conference.secretary?.personId ?? '',
})

/** The parts of a title typed a line each; empty lines are none. */
export const titleParts = (title: string): string[] =>
  title
    .split('\n')
    .map((part) => part.trim().replace(/\s*;$/, ''))
    .filter(Boolean)

const oneOf = <T extends string>(known: readonly T[], told: string, otherwise: T): T =>
  known.find((one) => one === told) ?? otherwise

/** The body of a draft or an edit; the API has the last word on each field. */
export const inputOf = (plan: Plan): ConferenceInput => {
  // What was typed and is no time is sent as it is: the API says so at its field.
  const told = (when: When) => instantOf(onDayOf(when, plan.starts)) ?? `${when.day} ${when.time}`
  return {
    title: titleParts(plan.title),
    hostUnitId: plan.host,
    // A district's conference of before 2025 keeps its level.
    level: oneOf([...levels, 'district'], plan.level, 'ministry'),
    form: oneOf(forms, plan.form, 'online'),
    classification: oneOf(classifications, plan.classification, 'internal'),
    venue: plan.venue.trim(),
    startsAt: told(plan.starts),
    chairs: plan.chairs,
    ...(isBlank(plan.ends) ? {} : { endsAt: told(plan.ends) }),
    ...(isBlank(plan.due) ? {} : { contributionsDueAt: told(plan.due) }),
    ...(plan.deputy ? { deputyChair: plan.deputy } : {}),
    ...(plan.secretary ? { secretary: plan.secretary } : {}),
  }
}

export type PlanField = keyof Plan

/** Which fields differ between two states of one conference. */
export const changedFields = (before: Plan, after: Plan): PlanField[] =>
  (Object.keys(after) as PlanField[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
