// The least a function of this kind can be: Hono, zod and DynamoDB by the document client, the one the house writes with.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }))
const Query = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25) })

const app = new Hono()
  .get('/api/conferences', (c) => c.json({ ...Query.parse(c.req.query()), client: client.config.apiVersion }))
  .get('/api/conferences/:id', async (c) =>
    c.json(await client.send(new GetCommand({ TableName: 'records', Key: {} }))),
  )
  .post('/api/conferences', async (c) =>
    c.json(await client.send(new TransactWriteCommand({ TransactItems: [] }))),
  )

export const handler = handle(app)
