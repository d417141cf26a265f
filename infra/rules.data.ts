// Who hears of what: the event rules, the shape of a wake-up and the stream's filter, one list for both homes.
import { chimeDetailType, chimeSource, heardOfChime } from '#functions/bridge-points/chime.data.ts'
import { printKinds } from '#functions/documents/kinds.data.ts'
import { heardOfPipelines, pipelineDetailType } from '#functions/media/pipeline.data.ts'
import { certifiedKinds } from '#functions/packages/kinds.data.ts'

/** One consumer of the bus: the events it hears, by name, and its entry. In AWS each is a rule, a queue and a function. */
export type EventRule = {
  name: string
  detailTypes: string[]
  entry: string
  /** Of jobs, the kinds it hears of. The rule that names none hears of all that no other rule names. */
  jobKinds?: readonly string[]
  /** Where the events' names are too many for a function's description. */
  description?: string
  /** The stage's figure for its function, where it is no ordinary consumer. */
  size?: 'jobs' | 'documents'
  /** Where its native library is for x64 alone. */
  architecture?: 'x86_64'
  /** What it may do besides reading and writing records. */
  may?: readonly (
    | 'mail'
    | 'read uploads'
    | 'write exports'
    | 'order media'
    | 'certify'
    | 'keep documents'
    | 'lock records'
    | 'publish'
  )[]
}

export const eventRules: EventRule[] = [
  {
    name: 'notices',
    detailTypes: [
      'conference.scheduled',
      'conference.edited',
      'conference.postponed',
      'conference.cancelled',
      'points.added',
      'reminders.asked',
    ],
    entry: 'functions/notices/on-news.lambda.ts',
    may: ['mail'],
  },
  {
    name: 'jobs',
    detailTypes: ['job.started', 'job.continued'],
    entry: 'functions/jobs.lambda.ts',
    size: 'jobs',
    may: ['read uploads', 'write exports'],
  },
  {
    name: 'packages',
    detailTypes: ['job.started', 'job.continued'],
    jobKinds: certifiedKinds,
    entry: 'functions/packages/certify.lambda.ts',
    description: 'Makes packages and certified extracts: the only one that may use the certifying key',
    size: 'jobs',
    may: ['certify'],
  },
  {
    name: 'documents',
    detailTypes: ['minutes.signed', 'import.frozen', 'job.started', 'job.continued'],
    jobKinds: printKinds,
    entry: 'functions/documents/print.lambda.ts',
    size: 'documents',
    architecture: 'x86_64',
    may: ['write exports', 'keep documents'],
  },
  {
    name: 'bulletins',
    detailTypes: ['job.started', 'job.continued'],
    jobKinds: ['bulletin.publish'],
    entry: 'functions/bulletins/publish.lambda.ts',
    description: 'Publishes bulletins: the only one that may write where the public reads',
    size: 'jobs',
    may: ['read uploads', 'publish'],
  },
  {
    name: 'archive-lock',
    detailTypes: ['chain.attested', 'record.reclassified', 'record.held', 'record.released'],
    entry: 'functions/archive/follow-keeping.lambda.ts',
    may: ['lock records'],
  },
  {
    name: 'media',
    detailTypes: [
      'recording.started',
      'recording.stopped',
      'recording.ended',
      'live-stream.started',
      'live-stream.stopped',
      'live-stream.ended',
      'conference.opened',
      'conference.started',
      'conference.closed',
      'conference.reopened',
      'conference.cancelled',
      'conference.postponed',
      'points.added',
      'point.removed',
      'point.withdrawn',
      'point.restored',
      'floor.opened',
      'floor.closed',
      'floor.called',
      'floor.extended',
      'floor.yielded',
      'floor.skipped',
      'floor.suspended',
      'floor.call-undone',
      'floor.speaker-named',
    ],
    entry: 'functions/media/on-news.lambda.ts',
    description: 'Hears what meeting rooms depend on: openings, endings, points, the floor',
    may: ['order media'],
  },
]

/**
 * The one writer of the search's index hears one event at a time, in turn: its queue is a FIFO of a single group. `chain.attested`
 * ends every seal, whatever was sealed. A conference that is edited may have become internal, or another house's: what is
 * found of its contributions follows.
 */
export const searchRule: EventRule = {
  name: 'search',
  detailTypes: [
    'conference.edited',
    'conference.postponed',
    'minutes.sealed',
    'chain.attested',
    'record.imported',
    'contribution.accepted',
    'contribution.returned',
    'contribution.declined',
    'contribution.scheduled',
    'contribution.delivered',
    'contribution.taken-as-written',
    'contribution.rewritten',
    'contribution.withdrawn',
  ],
  entry: 'functions/search/write-index.lambda.ts',
}

/** One consumer of what Amazon Chime SDK tells the account's own bus: the same, from another source. */
export type ChimeRule = {
  name: string
  /** What of it is heard: a rule lets nothing else through. */
  source: string
  detailType: string
  eventTypes: readonly string[]
  entry: string
  /** What the rule, and the function, are for. */
  description: string
  /** What it may do besides reading and writing records. */
  may?: readonly 'find recordings'[]
}

export const chimeRules: ChimeRule[] = [
  {
    name: 'links',
    source: chimeSource,
    detailType: chimeDetailType,
    eventTypes: heardOfChime,
    entry: 'functions/bridge-points/on-chime-event.lambda.ts',
    description: 'Hears who joined or left a Chime meeting, and which meetings ended',
  },
  {
    name: 'pipelines',
    source: chimeSource,
    detailType: pipelineDetailType,
    eventTypes: heardOfPipelines,
    entry: 'functions/media/on-pipeline.lambda.ts',
    may: ['find recordings'],
    description: 'Hears which recordings and streams began, ended or broke off',
  },
]

/** Kinds of jobs that have a worker of their own. */
export const claimedKinds = (): string[] => eventRules.flatMap(({ jobKinds = [] }) => jobKinds)

/** All other events have kinds of other things, or none. */
export const isOfJob = (name: string): boolean => name.startsWith('job.')

/** Whether a rule hears of an event, by its name and, of a job, its kind. */
export const hears = ({ detailTypes, jobKinds }: EventRule, event: { name: string; kind: string }) =>
  detailTypes.includes(event.name) &&
  (!isOfJob(event.name) || (jobKinds ? jobKinds.includes(event.kind) : !claimedKinds().includes(event.kind)))

/** `source` of every event of ours on the bus. */
export const eventSource = 'diemcau'

/** The strings of an event item that an EventBridge event's detail carries: a wake-up; the rest is read from the table. */
export const wakeUpFields = ['id', 'name', 'scope', 'subject', 'recordedAt', 'kind'] as const

/** Item types whose changes screens show: only these wake the live reader. */
export const shownTypes = [
  'agenda',
  'board',
  'conference',
  'contribution',
  'faults',
  'floor',
  'floor-request',
  'link',
  'point',
  'roll',
  'room',
]

/** Item types whose going screens show: the row of a point that was taken out. */
export const goneTypes = ['board']
