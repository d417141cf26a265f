// What functions publish by: IoT's data plane, `POST /topics/{topic}?qos=0`, on 127.0.0.1 for this home's functions only.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageMost, slashesIn, slashesMost } from './broker-limits.data.ts'
import { localCredentials } from './dynamodb.ts'

type Deliver = (topic: string, payload: Buffer) => void

/** Undefined for more than a message may have: the rest is read and let go. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length <= messageMost) chunks.push(chunk as Buffer)
  }
  return length <= messageMost ? Buffer.concat(chunks) : undefined
}

const answer = (response: ServerResponse, status: number, type?: string) => {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...(type ? { 'x-amzn-errortype': type } : {}),
  })
  response.end(JSON.stringify(type ? { message: type } : { message: 'OK' }))
}

/** Signatures are not checked, but who signs is: a page of a browser cannot say that it is one of our functions. */
const isOurs = ({ headers: { authorization = '', origin } }: IncomingMessage): boolean =>
  origin === undefined && authorization.includes(`Credential=${localCredentials.accessKeyId}/`)

const topicIn = ({ method, url = '' }: IncomingMessage): string | undefined => {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  if (method !== 'POST' || !pathname.startsWith('/topics/') || (searchParams.get('qos') ?? '0') !== '0')
    return
  return decodeURIComponent(pathname.slice('/topics/'.length))
}

const take = async (request: IncomingMessage, response: ServerResponse, deliver: Deliver) => {
  if (!isOurs(request)) return answer(response, 403, 'ForbiddenException')
  const payload = await bodyOf(request)
  const topic = topicIn(request)
  if (!topic || /[#+]/.test(topic) || slashesIn(topic) > slashesMost)
    return answer(response, 400, 'InvalidRequestException')
  if (!payload) return answer(response, 413, 'RequestEntityTooLargeException')
  deliver(topic, payload)
  answer(response, 200)
}

export const startInlet = async (deliver: Deliver) => {
  const server = createServer((request, response) => {
    take(request, response, deliver).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
