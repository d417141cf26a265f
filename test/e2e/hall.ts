// A conference as halls and desks see it: signed-in seats of the desk, the chair and some points, over the API.
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'

export const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)

type Floor = { queue: { id: string }[]; current?: { requestId: string } }

export type Hall = {
  id: string
  path: string
  secretary: Desk
  chair: Desk
  point: (province: string) => Promise<Desk>
  /** The first of a point's delegation asks for the floor. @returns the request's id */
  ask: (province: string, kind?: 'speech' | 'point-of-order') => Promise<string>
  floor: () => Promise<Floor>
}

export const enterHall = async (origin: string): Promise<Hall> => {
  const [secretary, chair] = [await takeSeat(origin, 'thuky'), await takeSeat(origin, 'chutri')]
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  const id = items[0]?.id ?? ''
  const path = `/conferences/${id}`
  const seats = new Map<string, Promise<Desk>>()
  const point = (province: string) => {
    const seat = seats.get(province) ?? takeSeat(origin, province === 'ninh-binh' ? 'ninhbinh' : province)
    seats.set(province, seat)
    return seat
  }
  const ask: Hall['ask'] = async (province, kind = 'speech') => {
    const seat = await point(province)
    const delegates = `${path}/bridge-points/bpt_ca-${province}/delegates`
    const delegateId = (await seat.get<{ items: { id: string }[] }>(delegates)).items[0]?.id
    const asked = { unitId: `unt_ca-${province}`, speaker: { delegateId }, kind }
    return (await seat.post<{ id: string }>(`${path}/floor/requests`, asked)).id
  }
  return { id, path, secretary, chair, point, ask, floor: () => chair.get<Floor>(`${path}/floor`) }
}
