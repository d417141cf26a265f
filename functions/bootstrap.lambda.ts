// The first command of a new home: the units every home begins with, and the first administrator.
import * as z from 'zod'
import { indexPoints } from './bridge-points/index-points.ts'
import { indexPersons } from './directory/index-persons.ts'
import { seedUnits } from './directory/seed-units.ts'
import { bootstrapAdministrator } from './grants/bootstrap.ts'
import { indexGrants } from './grants/index-grants.ts'
import { commandEntry } from './shared/lambda.ts'
import { Problem } from './shared/problem.ts'
import { line } from './shared/text.ts'

const Order = z.strictObject({
  /** The subject of the account's tokens, as the user pool shows it. */
  sub: z.string().min(1).max(128),
  /** The position it is entered under. */
  name: line(300),
})

/** Harmless to repeat: units are put as they are, persons, grants and delegates made findable, points told their province, and a home that has an administrator keeps that one. */
export const handler = commandEntry(async (order: unknown) => {
  const { sub, name } = Order.parse(order)
  await seedUnits()
  await indexPersons()
  await indexGrants()
  await indexPoints()
  try {
    await bootstrapAdministrator(sub, name)
    return { administrator: 'made' as const }
  } catch (error) {
    if (error instanceof Problem && error.slug === 'administrator-exists')
      return { administrator: 'kept' as const }
    throw error
  }
})
