// What a delegate is told of their check-in: a claim, a decision, and nothing of the rehearsal once the session runs.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { CheckInPanel } from '#web/personal/CheckInPanel.tsx'
import { openLink } from '#web/personal/link-api.ts'
import { withWords } from './with-words.ts'

const conference = {
  id: 'cnf_01GJH000000000000000000000',
  title: ['Hội nghị'],
  state: 'in-session',
  startsAt: '2022-11-23T07:00:00.000Z',
  venue: 'Hà Nội',
} as const

const delegate = { id: 'dlg_1', display: 'Đại tá', state: 'expected', answer: 'accepted' } as const

const shown = (checkIn: Invitation['checkIn'], state: Invitation['conference']['state'] = 'in-session') => {
  const invitation: Invitation = {
    conference: { ...conference, title: [...conference.title], state },
    point: { id: 'bpt_ca-ninh-binh', unitId: 'unt_ca-ninh-binh', name: 'Công an tỉnh Ninh Bình' },
    delegate,
    checkIn,
  }
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <CheckInPanel self={openLink('sealed')} invitation={invitation} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const at = '2022-11-23T06:55:00.000Z'
const form = 'Mã điểm danh gồm 6 chữ số'

beforeAll(async () => {
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' })
  await withWords()
  await import('#web/personal/add-words.ts')
})

describe('a check-in by personal link', () => {
  it('is asked for until it is claimed, then waits for the point', () => {
    expect(shown(undefined)).toContain(form)
    const claimed = shown({ state: 'claimed', at, standing: 'attendance' })
    expect(claimed).toContain('Đồng chí đã báo có mặt lúc 13:55.')
    expect(claimed).not.toContain(form)
  })

  it('says what was decided; a rejected one gives the reason and may be made again', () => {
    const confirmed = shown({ state: 'confirmed', at, standing: 'attendance' })
    expect(confirmed).toContain('đã xác nhận đồng chí có mặt')
    expect(confirmed).not.toContain(form)
    const rejected = shown({ state: 'rejected', at, standing: 'attendance', reason: 'Ngồi ở điểm cầu khác' })
    expect(rejected).toContain('lúc 13:55: Ngồi ở điểm cầu khác')
    expect(rejected).toContain(form)
  })

  it('of the rehearsal holds in the rehearsal, and is asked for again in session', () => {
    const rehearsed = { state: 'claimed', at, standing: 'rehearsal' } as const
    expect(shown(rehearsed, 'open')).not.toContain(form)
    expect(shown(rehearsed, 'open')).toContain('chỉ là chạy thử')
    expect(shown(rehearsed)).toContain(form)
    expect(shown(rehearsed)).not.toContain('đã báo có mặt')
  })
})
