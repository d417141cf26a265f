// What is known of a past conference from the reports about it, as the archivist enters it.

type From = { source: string; place?: string }
type Entry = { key: string; from: From }

export type PersonKey =
  | 'nguyen-van-son'
  | 'nguyen-manh-hien'
  | 'nguyen-duong-thai'
  | 'bui-ngoc-phi'
  | 'luu-thi-huyen'
  | 'vu-thi-duoc'
  | 'tran-duc-quy'
  | 'phan-huy-ngoc'
  | 'chung-thi-chien'
  | 'nguyen-van-tri'

type Award = 'excellent-flag' | 'flag' | 'certificate' | 'letter'

export type Facts = {
  title: string[]
  hostUnitId: string
  level: 'ministry' | 'province' | 'district'
  heldOn: { precision: 'day' | 'month' | 'year' | 'unknown'; value?: string; part?: 'morning' | 'afternoon' }
  sources: { key: string; title: string; publisher?: string; publishedOn?: string }[]
  persons: (Entry & { person: PersonKey; said?: string; roles: string[] })[]
  groups?: (Entry & { text: string })[]
  topics?: (Entry & { text: string })[]
  paragraphs?: (Entry & { part: 'report' | 'speech' | 'conclusion'; by?: string; text: string })[]
  directives?: (Entry & {
    text: string
    saidBy: string
    ownerUnitIds?: string[]
    owners?: string
    citations?: string[]
  })[]
  commendations?: (Entry & {
    awards: Award[]
    authorities: string[]
    collectives?: number
    individuals?: number
    to?: 'collectives' | 'individuals'
    reason?: string
  })[]
  figures?: (Entry & { said: string; subject: string; period?: string })[]
  citations?: (Entry & { said: string })[]
}

export type Report = {
  slug: string
  /** The first civil day on which somebody could have entered it. */
  knownSince: string
  facts: Facts
  /** How each thing its sources give differently is settled. */
  settled?: { chosen: string; reason: string }
}
