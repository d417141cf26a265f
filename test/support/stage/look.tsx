// The stage by itself, in a room of as many as the address says: what no test can fill with real cameras.
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Input.css'
import '#web/ui/fonts.css'
import '#web/ui/tokens.css'
import '#web/meeting/add-words.ts'
import '#web/lib/live/add-words.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { provincialPoliceOn } from '#functions/directory/units.data.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import room from '#web/meeting/Room.module.css'
import { RoomContext } from '#web/meeting/room-context.ts'
import { rosterOf } from '#web/meeting/stage/roster.ts'
import { Stage } from '#web/meeting/stage/Stage.tsx'
import { theme } from '#web/ui/theme.ts'
import { type FakeSeat, fakeRoom } from './fake-room.ts'

const asked = new URLSearchParams(location.search)
const many = Number(asked.get('many') ?? 12)
const conferenceId = 'cnf_1'
const units = provincialPoliceOn('2022-11-23')
const points = [
  { pointId: 'bpt_trung-tam', name: 'Trung tâm Bộ Công an', shortName: 'Bộ Công an', kind: 'central' },
  ...units.map(({ id, names }) => ({
    pointId: id.replace('unt_', 'bpt_'),
    name: names[0]?.name ?? id,
    shortName: names[0]?.shortName ?? names[0]?.name ?? id,
    kind: 'site',
  })),
]
const own = asked.get('seat') ?? 'bpt_ca-ninh-binh'
const calledAt = asked.get('called')
const seats: FakeSeat[] = [
  { seat: 'chair', picture: true, muted: false },
  ...points
    .filter(({ pointId }) => pointId !== own)
    .slice(0, Math.max(0, many - 2))
    .map(({ pointId }, at) => ({
      seat: pointId,
      picture: at % 5 !== 3,
      muted: at !== 1,
      signal: at === 4 ? 0.5 : 1,
      volume: at === 1 ? 0.6 : 0,
    })),
].slice(0, many - 1)

const fake = fakeRoom(own, seats, asked.get('content') ?? undefined)
Object.assign(window, { stage: fake })
rosterOf(fake.room.audioVideo)
fake.begin()

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
})
const turn = {
  requestId: 'flr_1',
  unitId: 'unt_1',
  pointId: calledAt,
  speaker: {
    rank: 'Đại tá',
    name: 'Đinh Trọng Soạn',
    position: 'Phó Giám đốc Công an tỉnh',
    display: 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh',
  },
  kind: 'speech',
  startedAt: new Date(Date.now() - 42_000).toISOString(),
  budgetSeconds: 300,
}
const floor = {
  open: true,
  version: 4,
  warningSeconds: 30,
  queue: [],
  done: [],
  skipped: [],
  ...(calledAt ? { current: turn } : {}),
}
queries.setQueryData(boardOf(conferenceId).queryKey, { number: 1, items: points } as never)
queries.setQueryData(floorOf(conferenceId).queryKey, floor as never)

const Look = () => {
  const [lowBandwidth, setLowBandwidth] = useState(asked.has('narrow'))
  const value = {
    ...fake.room,
    conferenceId,
    maySpeak: calledAt === own || asked.has('open'),
    mayShow: true,
    viewOnly: asked.has('watching'),
    lowBandwidth,
    setLowBandwidth,
  }
  return (
    <RoomContext value={value}>
      <main className={room.room} data-seated>
        <h1>Phòng họp</h1>
        <Stage />
      </main>
    </RoomContext>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Look />
      </QueryClientProvider>
    </MantineProvider>,
  )
