// Of Amazon Chime's client only what the room uses: its one entry brings backgrounds, messaging and workers of its own
// making, twice the weight, and our content security policy lets no page make a worker.
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const client = 'amazon-chime-sdk-js'

/** What pages may import of the client, and where it is. */
const parts = {
  AudioProfile: 'audioprofile/AudioProfile',
  ConsoleLogger: 'logger/ConsoleLogger',
  DefaultActiveSpeakerPolicy: 'activespeakerpolicy/DefaultActiveSpeakerPolicy',
  DefaultDeviceController: 'devicecontroller/DefaultDeviceController',
  DefaultEventController: 'eventcontroller/DefaultEventController',
  DefaultMeetingSession: 'meetingsession/DefaultMeetingSession',
  MeetingSessionConfiguration: 'meetingsession/MeetingSessionConfiguration',
  MeetingSessionCredentials: 'meetingsession/MeetingSessionCredentials',
  MeetingSessionStatus: 'meetingsession/MeetingSessionStatus',
  MeetingSessionStatusCode: 'meetingsession/MeetingSessionStatusCode',
  NoOpEventReporter: 'eventreporter/NoOpEventReporter',
  NoOpLogger: 'logger/NoOpLogger',
  ServerSideNetworkAdaption: 'signalingclient/ServerSideNetworkAdaption',
  TargetDisplaySize: 'videodownlinkbandwidthpolicy/TargetDisplaySize',
  VideoPreference: 'videodownlinkbandwidthpolicy/VideoPreference',
  VideoPreferences: 'videodownlinkbandwidthpolicy/VideoPreferences',
  VideoPriorityBasedPolicy: 'videodownlinkbandwidthpolicy/VideoPriorityBasedPolicy',
} as const

const at = (path: string) => JSON.stringify(`${client}/build/${path}.js`)

const exported = () =>
  Object.entries(parts)
    .map(([name, path]) => `export { default as ${name} } from ${at(path)}`)
    .join('\n')

const virtual = '\0chime-parts'
const noWorkers = fileURLToPath(new URL('./meeting/session/no-workers.ts', import.meta.url))

/** Sums of 64 bits: the library tries WebAssembly, which our policy refuses and reports, and does without it just as well. */
const withoutWasm = (code: string): string => code.replace('new WebAssembly.Module(', 'Object(')

export const chimeParts = (): Plugin => ({
  name: 'chime-parts',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (source === client) return virtual
    if (!importer.includes(client)) return undefined
    // One file of the client asks its own entry for two classes.
    if (source === '..') return virtual
    return source.endsWith('/DefaultEncodedTransformWorkerManager') ? noWorkers : undefined
  },
  load: (id) => (id === virtual ? exported() : undefined),
  transform: (code, id) => (id.includes('/node_modules/long/') ? withoutWasm(code) : undefined),
})
