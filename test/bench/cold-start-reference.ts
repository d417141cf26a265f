// The least a function of this kind can be: Hono, zod and the DynamoDB client.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'

const client = new DynamoDBClient({ region: 'ap-southeast-1' })
const Query = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25) })

const app = new Hono().get('/api/conferences', (c) =>
  c.json({ ...Query.parse(c.req.query()), client: client.config.apiVersion }),
)

export const handler = handle(app)
