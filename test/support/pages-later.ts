// What is looked at once the chair has closed: the minutes at work, the archive, past conferences, the bulletin.
import type { Ids, Moment } from './moments.ts'
import { of, type Shown, sizes, type Who } from './shown.ts'

const { tablet, phone } = sizes

/** The tab beside the minutes, by its place. */
const tab = (place: number) => `aside [role=tab] >> nth=${place}`
const page = 'aside ol img'

type Where = Omit<Shown, 'as' | 'when' | 'onlyLooked'>

/** Pages that one person sees at one moment, photographed only. */
const looked = (as: Who, when: Moment, list: Where[]): Shown[] =>
  list.map((one) => ({ ...one, as, when, onlyLooked: true }))

const editor = looked('thuky', 'drafted', [
  { name: 'minutes-editor', path: of('/minutes'), after: page, english: true },
  { name: 'minutes-evidence', path: of('/minutes'), click: 'a[data-sentence] >> nth=14' },
  { name: 'minutes-revisions', path: of('/minutes'), click: tab(2) },
  { name: 'minutes-comments', path: of('/minutes'), click: tab(3) },
  { name: 'minutes-steps', path: of('/minutes'), click: tab(4), english: true },
  {
    name: 'minutes-editing',
    path: of('/minutes'),
    click: '[data-margin] button >> nth=4',
    after: 'form textarea',
    english: true,
  },
])

const chair: Shown[] = [
  { name: 'minutes-of-chair', as: 'chutri', when: 'drafted', path: of('/minutes'), onlyLooked: true },
]

const archive: Shown[] = [
  { name: 'archive-empty', as: 'luutru', when: 'scheduled', path: () => '/archive' },
  { name: 'archive', as: 'luutru', when: 'sealed', path: () => '/archive' },
  { name: 'archive-found', as: 'luutru', when: 'sealed', path: () => '/archive?q=ninh%20binh' },
  { name: 'record', as: 'luutru', when: 'sealed', path: ({ record }) => `/archive/${record}` },
  { name: 'imports', as: 'luutru', when: 'sealed', path: () => '/archive/imports', english: true },
  { name: 'register', as: 'luutru', when: 'sealed', path: () => '/archive/register', english: true },
  { name: 'nowhere', as: 'luutru', when: 'sealed', path: () => '/nowhere', ready: '[data-nowhere]' },
]

const ofRecord =
  (id: keyof Ids, rest: (ids: Ids) => string = () => '') =>
  (ids: Ids) =>
    `/archive/${ids[id]}${rest(ids)}`

const annex = (place: number) => `fieldset button >> nth=${place}`

const kept = looked('luutru', 'kept', [
  { name: 'archive-kept', path: () => '/archive', english: true },
  { name: 'archive-tablet', path: () => '/archive?q=khen%20th%C6%B0%E1%BB%9Fng', viewport: tablet },
  { name: 'archive-phone', path: () => '/archive?q=nguyen%20van%20son', viewport: phone },
  { name: 'register-phone', path: () => '/archive/register', viewport: phone, english: true },
  { name: 'record-nowhere', path: () => '/archive/rec_no-such', ready: '[data-nowhere]', english: true },
  { name: 'register-none', path: () => '/archive/register?year=1999' },
  { name: 'archive-nothing', path: () => '/archive?q=zzzz' },
  { name: 'record-superseded', path: ofRecord('record'), english: true },
  {
    name: 'record-verified',
    path: ofRecord('record'),
    click: '[data-main-act]',
    after: 'li[data-ok]',
    english: true,
  },
  { name: 'record-papers', path: ofRecord('record'), click: annex(2) },
  { name: 'record-turns', path: ofRecord('record'), click: annex(1), english: true },
  { name: 'record-directives', path: ofRecord('record'), click: annex(3) },
  { name: 'record-addendum', path: ofRecord('addendum') },
  { name: 'record-tablet', path: ofRecord('addendum'), viewport: tablet },
  { name: 'record-phone', path: ofRecord('addendum'), viewport: phone },
  { name: 'record-basis', path: ofRecord('addendum'), click: 'a[data-sentence] >> nth=6' },
  {
    name: 'record-compared',
    path: ofRecord('record', ({ addendum }) => `/compare/${addendum}`),
    english: true,
  },
  {
    name: 'record-compared-tablet',
    path: ofRecord('record', ({ addendum }) => `/compare/${addendum}`),
    viewport: tablet,
  },
  { name: 'record-historical', path: ofRecord('historical'), english: true },
  { name: 'imports-kept', path: () => '/archive/imports', english: true },
  { name: 'imports-tablet', path: () => '/archive/imports', viewport: tablet },
  { name: 'import-new', path: () => '/archive/imports/new', english: true },
  { name: 'import-edit', path: ({ entered }: Ids) => `/archive/imports/${entered}/edit`, viewport: tablet },
  { name: 'import', path: ({ entered }: Ids) => `/archive/imports/${entered}`, english: true },
  { name: 'jobs-of-archivist', path: () => '/jobs' },
])

const desk: Shown[] = [
  { name: 'minutes-late', as: 'thuky', when: 'late', path: of('/minutes'), english: true, onlyLooked: true },
  { name: 'bulletin-none', as: 'thuky', when: 'late', path: of('/bulletin'), onlyLooked: true },
  {
    name: 'bulletin',
    as: 'thuky',
    when: 'announced',
    path: of('/bulletin'),
    english: true,
    onlyLooked: true,
  },
  { name: 'minutes-superseded', as: 'thuky', when: 'kept', path: of('/minutes'), onlyLooked: true },
  {
    name: 'directives-kept',
    as: 'thuky',
    when: 'kept',
    path: () => '/directives',
    english: true,
    onlyLooked: true,
  },
  { name: 'bulletin-published', as: 'chutri', when: 'kept', path: of('/bulletin'), onlyLooked: true },
]

export const afterwards: Shown[] = [...editor, ...chair, ...archive, ...kept, ...desk]
