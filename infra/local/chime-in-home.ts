// The local Chime as a part of the home: its events reach the functions that hear them, its pages are the home's own.
import { localCredentials } from '#infra/local/objects-signature.ts'
import { type Chime, type ChimeOptions, startChime } from './chime/chime.ts'
import { openObjects } from './chime/pipeline-objects.ts'
import type { Trouble } from './chime/rest.ts'
import { openChimeQueues } from './chime-queue.ts'
import { type Manners, randomOf } from './manners.ts'

export type HomeChimeOptions = Pick<ChimeOptions, 'quotas' | 'media'> & {
  dir: string
  /** The home's own address: only its pages may connect. */
  origin: string
  manners: Pick<Manners, 'repeat' | 'delayMs' | 'throttle' | 'seed'>
  /** Sets the environment until the home stops. */
  tell: (environment: Record<string, string>) => void
  atStop: (duty: () => Promise<unknown>) => void
}

const kinds: Trouble[] = [
  { name: 'ThrottlingException' },
  { name: 'ServiceUnavailableException' },
  { name: 'ServiceFailureException', done: true },
]

/** As seldom as a table is throttled: a request refused, or done without an answer. */
const troublesOf = ({ throttle, seed }: HomeChimeOptions['manners']) => {
  const random = randomOf(seed)
  return () => (random() < throttle ? kinds[Math.floor(random() * kinds.length)] : undefined)
}

/** Functions find it by one setting; the page may connect to it besides everything else it may. */
export const startHomeChime = async (home: HomeChimeOptions): Promise<Chime> => {
  const { dir, origin, manners, tell, atStop, ...options } = home
  const queues = await openChimeQueues({ dir, random: randomOf(manners.seed) })
  const objects = openObjects(() => ({
    endpoint: process.env.S3_ENDPOINT ?? '',
    credentials: localCredentials,
  }))
  const chime = await startChime({
    ...{ ...options, objects, manners, origins: [origin] },
    troubles: troublesOf(manners),
    onEvent: queues.take,
  })
  const settled = async () => {
    await chime.settled()
    await queues.settled()
  }
  atStop(async () => {
    await chime.stop()
    queues.stop()
    await settled()
    objects.close()
  })
  const origins = [process.env.PAGE_ORIGINS, chime.origin].filter(Boolean).join(' ')
  tell({ CHIME_ENDPOINT: chime.endpoint, PAGE_ORIGINS: origins })
  return { ...chime, settled }
}
