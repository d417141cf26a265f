// The bare side of bench `http`: node:http, the same token check, JSON.parse and the same schema, nothing else.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'

const issuer = process.env.TOKEN_ISSUER ?? ''
const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const server = createServer(async (request, response) => {
  try {
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })
    if (payload.token_use !== 'access' || payload.client_id !== process.env.TOKEN_CLIENT_ID)
      throw new Error('token')
    const input = ConferenceInput.parse(await bodyOf(request))
    response
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify({ agenda: input.agenda?.length }))
  } catch (error) {
    response.writeHead(400).end(String(error))
  }
})

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
