// The house's own secrets, each an item of the table: one service less on every cold start.
import { randomBytes } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { later } from './later.ts'
import { database, load, tableName } from './table.ts'

const Secret = later(() => z.object({ value: z.string() }))

/** By the database they lie in. */
const secrets = new WeakMap<object, Map<string, Promise<Buffer>>>()

const remembered = (): Map<string, Promise<Buffer>> => {
  const known = secrets.get(database()) ?? new Map<string, Promise<Buffer>>()
  secrets.set(database(), known)
  return known
}

/** Made by whoever needs it first; a race is settled by the condition. */
const loadOrMake = async (name: string): Promise<Buffer> => {
  const key = { pk: `SECRET#${name}`, sk: 'SECRET' }
  const stored = await load(key, Secret)
  if (stored) return Buffer.from(stored.value, 'base64')
  const value = randomBytes(32).toString('base64')
  try {
    const Item = { ...key, type: 'secret', value }
    await database().send(
      new PutCommand({ TableName: tableName(), Item, ConditionExpression: 'attribute_not_exists(pk)' }),
    )
    return Buffer.from(value, 'base64')
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return loadOrMake(name)
    throw error
  }
}

/** 32 bytes that only this house knows, the same wherever asked: never leaves the process. */
export const houseSecret = (name: 'cursor' | 'check-in' | 'personal-link'): Promise<Buffer> => {
  const known = remembered()
  const secret =
    known.get(name) ??
    loadOrMake(name).catch((error) => {
      known.delete(name)
      throw error
    })
  known.set(name, secret)
  return secret
}
