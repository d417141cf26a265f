// `npm run chime`: the local Chime alone, for any application that is written against Amazon Chime SDK.
import { parseArgs, styleText } from 'node:util'
import { Refusal } from '../refusal.ts'
import { type Chime, startChime } from './chime.ts'
import type { ChimeEvent } from './events.ts'

const usage = `npm run chime -- [flags]
  --port <number>   listen there; 0, any free port, unless told
  --events          print each event that AWS would put on EventBridge, one JSON line each`

const flags = {
  port: { type: 'string' },
  events: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const read = () => {
  try {
    return parseArgs({ options: flags, strict: true }).values
  } catch {
    throw new Refusal(`The flags are --port, --events and --help.\n${usage}`)
  }
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Refusal(`--port takes a number from 0 to 65535, not "${text}".`)
}

const print = (event: ChimeEvent) => console.log(JSON.stringify(event))

const welcome = ({ endpoint }: Chime) => [
  '',
  styleText('bold', '  The local Chime is running'),
  '',
  `  Endpoint   ${styleText('cyan', endpoint)}`,
  '',
  '  Point the clients of meetings and of media pipelines there, with any region and credentials:',
  `    new ChimeSDKMeetingsClient({ region: 'ap-southeast-1', endpoint: '${endpoint}',`,
  `      credentials: { accessKeyId: 'any', secretAccessKey: 'any' } })`,
  `  or set AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS and AWS_ENDPOINT_URL_CHIME_SDK_MEDIA_PIPELINES to it.`,
  '  Pages of this machine need no setting: they connect where CreateMeeting tells them.',
  '  Ctrl-C ends it, and every meeting with it.',
  '',
]

const stopOnSignals = (chime: Chime) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void chime.stop().then(() => process.exit(0)))
}

const run = async () => {
  const { port, events, help } = read()
  if (help) return console.log(usage)
  const chime = await startChime({
    ...(port === undefined ? {} : { port: portOf(port) }),
    ...(events ? { onEvent: print } : {}),
  })
  stopOnSignals(chime)
  console.log(welcome(chime).join('\n'))
}

await run().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
})
