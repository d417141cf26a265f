// Every page of the web, with who sees it and when: what is looked at, checked and photographed comes from this list.
import { accounts } from '#infra/local/accounts.data.ts'
import type { Ids } from './moments.ts'
import { afterwards } from './pages-later.ts'
import { of, type Shown, sizes } from './shown.ts'

const { desk, hall, phone } = sizes

const ofBoard = (screen: string) => (ids: Ids) => `/board/${ids.conference}${screen}`
const ofPoint = (section: string) => (ids: Ids) => of(`/points/${ids.point}${section}`)(ids)

const door: Shown[] = [
  { name: 'welcome', as: 'nobody', when: 'scheduled', path: () => '/welcome', viewport: desk },
  { name: 'welcome-phone', as: 'nobody', when: 'scheduled', path: () => '/welcome' },
  { name: 'personal-link', as: 'nobody', when: 'scheduled', path: ({ link }) => link },
  { name: 'personal-link-live', as: 'nobody', when: 'speaking', path: ({ link }) => link },
  { name: 'personal-link-over', as: 'nobody', when: 'closed', path: ({ link }) => link },
]

const secretariat: Shown[] = [
  { name: 'conferences', as: 'thuky', when: 'scheduled', path: () => '/conferences', english: true },
  { name: 'conference-new', as: 'thuky', when: 'scheduled', path: () => '/conferences/new' },
  { name: 'conference-edit', as: 'thuky', when: 'scheduled', path: of('/edit') },
  { name: 'conference-steps', as: 'thuky', when: 'scheduled', path: of('/steps') },
  { name: 'overview-scheduled', as: 'thuky', when: 'scheduled', path: of('') },
  { name: 'contributions', as: 'thuky', when: 'scheduled', path: of('/contributions') },
  {
    name: 'contribution',
    as: 'thuky',
    when: 'scheduled',
    path: (ids) => of(`/contributions/${ids.contribution}`)(ids),
  },
  { name: 'answers', as: 'thuky', when: 'scheduled', path: of('/answers'), english: true },
  { name: 'minutes-none', as: 'thuky', when: 'scheduled', path: of('/minutes') },
  { name: 'overview-in-session', as: 'thuky', when: 'speaking', path: of('') },
  { name: 'points-in-session', as: 'thuky', when: 'speaking', path: of('/points'), english: true },
  {
    name: 'points-phone',
    as: 'thuky',
    when: 'speaking',
    path: of('/points'),
    viewport: phone,
    onlyLooked: true,
  },
  { name: 'point-of-secretariat', as: 'thuky', when: 'speaking', path: ofPoint('') },
  { name: 'attendance-sheet', as: 'thuky', when: 'speaking', path: ofPoint('/attendance-sheet') },
  { name: 'floor-speaking', as: 'thuky', when: 'speaking', path: of('/floor'), english: true },
  { name: 'outcomes', as: 'thuky', when: 'speaking', path: of('/outcomes') },
  { name: 'minutes-so-far', as: 'thuky', when: 'speaking', path: of('/minutes'), english: true },
  { name: 'outcomes-cited', as: 'thuky', when: 'closed', path: of('/outcomes?kind=citation') },
  { name: 'outcomes-figures', as: 'thuky', when: 'closed', path: of('/outcomes?kind=figure') },
  { name: 'directives', as: 'thuky', when: 'closed', path: () => '/directives' },
  { name: 'disagreements', as: 'thuky', when: 'closed', path: of('/disagreements'), english: true },
  { name: 'overview-closed', as: 'thuky', when: 'closed', path: of('') },
  { name: 'minutes-undrafted', as: 'thuky', when: 'closed', path: of('/minutes') },
  { name: 'events', as: 'thuky', when: 'closed', path: of('/events') },
  { name: 'minutes-signing', as: 'thuky', when: 'signing', path: of('/minutes') },
  { name: 'minutes-sealed', as: 'thuky', when: 'sealed', path: of('/minutes') },
]

const house: Shown[] = [
  { name: 'accounts', as: 'quantri', when: 'scheduled', path: () => '/accounts' },
  {
    name: 'account',
    as: 'quantri',
    when: 'scheduled',
    path: () => `/accounts/${accounts.find(({ username }) => username === 'ninhbinh')?.sub}`,
  },
  { name: 'grants', as: 'quantri', when: 'scheduled', path: () => '/grants' },
  { name: 'units', as: 'quantri', when: 'scheduled', path: () => '/units', english: true },
  { name: 'unit', as: 'quantri', when: 'scheduled', path: () => '/units/unt_ca-ninh-binh' },
  { name: 'jobs', as: 'quantri', when: 'scheduled', path: () => '/jobs' },
]

const operator: Shown[] = [
  { name: 'point-scheduled', as: 'ninhbinh', when: 'scheduled', path: ofPoint('') },
  { name: 'contributions-of-point', as: 'ninhbinh', when: 'scheduled', path: of('/contributions') },
  { name: 'point-in-session', as: 'ninhbinh', when: 'speaking', path: ofPoint('') },
  { name: 'my-point-scheduled', as: 'ninhbinh', when: 'scheduled', path: of('/my-point') },
  { name: 'my-point-in-session', as: 'ninhbinh', when: 'speaking', path: of('/my-point'), english: true },
  { name: 'roll-call', as: 'ninhbinh', when: 'speaking', path: ofPoint('/roll-call') },
  { name: 'floor-of-point', as: 'ninhbinh', when: 'speaking', path: of('/floor') },
]

const chair: Shown[] = [
  { name: 'overview-of-chair', as: 'chutri', when: 'speaking', path: of('') },
  { name: 'floor-of-chair', as: 'chutri', when: 'speaking', path: of('/floor') },
  { name: 'minutes-to-sign', as: 'chutri', when: 'signing', path: of('/minutes') },
]

const delegate: Shown[] = [
  { name: 'mine-scheduled', as: 'daibieu', when: 'scheduled', path: of('/mine') },
  { name: 'mine-in-session', as: 'daibieu', when: 'speaking', path: of('/mine') },
  { name: 'check-in', as: 'daibieu', when: 'speaking', path: () => '/diem-danh' },
]

const ofRoom = (seat: string) => (ids: Ids) => `/room/${ids.conference}?${seat}`
const pointRoom = (ids: Ids) => ofRoom(`point=${ids.point}`)(ids)

/** The desk's seat is nobody's attendance: whoever looks at it afterwards sees the afternoon as it was. */
const room: Shown[] = [
  { name: 'room-not-open', as: 'ninhbinh', when: 'scheduled', path: pointRoom },
  {
    name: 'room-lobby',
    as: 'ninhbinh',
    when: 'speaking',
    path: pointRoom,
    ready: 'video:not([hidden])',
    english: true,
  },
  { name: 'room-of-chair', as: 'chutri', when: 'speaking', path: ofRoom('seat=chair') },
  { name: 'room-without-seat', as: 'daibieu', when: 'speaking', path: ofRoom('') },
  {
    name: 'room',
    as: 'thuky',
    when: 'speaking',
    path: ofRoom('seat=desk'),
    ready: 'video:not([hidden])',
    click: '[data-main-act]',
    after: 'figure video',
    english: true,
  },
  { name: 'room-over', as: 'ninhbinh', when: 'closed', path: pointRoom },
]

/** Screens of the hall, dark unless asked otherwise, and the chair's own desk. */
const walls: Shown[] = [
  {
    name: 'wall-points',
    as: 'thuky',
    when: 'speaking',
    path: ofBoard('/points'),
    viewport: hall,
    ownScheme: true,
  },
  {
    name: 'wall-floor',
    as: 'thuky',
    when: 'speaking',
    path: ofBoard('/floor'),
    viewport: hall,
    ownScheme: true,
  },
  {
    name: 'wall-attendance',
    as: 'thuky',
    when: 'speaking',
    path: ofBoard('/attendance'),
    viewport: hall,
    ownScheme: true,
  },
  { name: 'wall', as: 'thuky', when: 'speaking', path: ofBoard(''), viewport: hall, ownScheme: true },
  { name: 'chair-desk', as: 'chutri', when: 'speaking', path: ({ conference }) => `/chair/${conference}` },
  {
    name: 'chair-desk-closed',
    as: 'chutri',
    when: 'signing',
    path: ({ conference }) => `/chair/${conference}`,
  },
]

export const pages: Shown[] = [
  ...door,
  ...secretariat,
  ...house,
  ...operator,
  ...chair,
  ...delegate,
  ...room,
  ...walls,
  ...afterwards,
]
