// `npm start`: the whole system on this machine, and what to do next.
import { styleText } from 'node:util'
import { accounts, localPassword } from './accounts.data.ts'
import { loadedConference } from './afternoon/loaded.ts'
import type { Home } from './home.ts'
import { readOptions, usage } from './options.ts'
import { Refusal } from './refusal.ts'

const link = (text: string) => styleText('cyan', text)

const shown = ['administrator', 'secretariat', 'chair', 'operator', 'contributor', 'archivist']

const accountLines = () =>
  accounts
    .filter(
      ({ role }, at) => shown.includes(role) && accounts.findIndex((other) => other.role === role) === at,
    )
    .map(({ username, name }) => `    ${username.padEnd(10)} ${name}`)

const welcome = ({ origin, data, chime }: Home) => [
  '',
  styleText('bold', '  Điểm Cầu is running'),
  '',
  `  Web    ${link(`${origin}/`)}`,
  `  API    ${link(`${origin}/api`)}   docs ${link(`${origin}/docs`)}`,
  `  Mail   ${link(`${origin}/local/mail`)}   files ${link(`${origin}/local/objects`)}`,
  `  Chime  ${chime?.endpoint}   rooms, for the SDK's own clients`,
  `  Data   ${data}`,
  '',
  `  Demo accounts, password ${styleText('bold', localPassword)}:`,
  ...accountLines(),
  '    and one operator for every other province, such as thanh-hoa',
  '',
  `  Next: open ${link(`${origin}/`)} and sign in as thuky. Ctrl-C stops everything; the data stays.`,
  '',
]

/** Two windows are a conference with real video: what each opens, and presses there. */
const rooms = ({ origin, data }: Home) => {
  const id = loadedConference(data)
  if (!id) return []
  const conference = `${origin}/conferences/${id}`
  return [
    '  A conference with real video: two windows that share no sign-in (a private one, or another browser).',
    `    thuky      ${link(conference)}   Mở phòng, then Phòng họp`,
    `    ninhbinh   ${link(`${conference}/my-point`)}   Vào phòng họp`,
    '',
  ]
}

/** The first signal stops in order; a second does not wait. */
const stopOnSignals = (home: Home) => {
  let asked = false
  const stop = () => {
    if (asked) process.exit(1)
    asked = true
    void home.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return { isStopping: () => asked }
}

const refuse = (error: unknown): never => {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(usage)
  } else {
    const { startHome } = await import('./home.ts')
    const home = await startHome({ ...options, loadLater: true })
    const { isStopping } = stopOnSignals(home)
    console.log(welcome(home).join('\n'))
    await home.loaded.catch((error: unknown) => {
      if (!isStopping()) throw error
    })
    if (!isStopping()) console.log(rooms(home).join('\n'))
  }
} catch (error) {
  refuse(error)
}
