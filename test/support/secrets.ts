// A conference in session whose every internal field says `secret`: what no public byte may hold.
import { type ArchiveCast, sure } from './archive.ts'

const phone = '0912345678'

/** Telephones, notes, absences, faults, links: by whoever enters them, at Ninh Bình's point. */
export const plantSecrets = async ({ operator, desk }: ArchiveCast, id: string): Promise<void> => {
  const path = `/api/conferences/${id}`
  const point = `${path}/bridge-points/bpt_ca-ninh-binh`
  const contacts = [{ name: 'secret-contact', role: 'technical', phones: [phone] }]
  const card = { note: 'secret-note', room: 'secret-room', address: 'secret-address', contacts }
  const { version } = (await operator.get(`${point}/card`)).body
  await sure(operator.put(`${point}/card`, card, { version }))
  const person = { name: 'secret-delegate', position: 'secret-post', phone }
  const { items } = await sure(operator.post(`${point}/delegates`, { delegates: [person] }), 201)
  await sure(operator.post(`${point}/join`), 201)
  const marks = [{ delegateId: items[0].id, state: 'absent', reason: 'secret-reason' }]
  await sure(operator.post(`${point}/roll-call`, { marks }), 201)
  await sure(operator.post(`${point}/faults`, { kind: 'sound', note: 'secret-fault' }), 201)
  const checks = { checks: { picture: 'fail' }, notes: { picture: 'secret-check' } }
  await sure(operator.post(`${point}/readiness`, checks), 201)
  await sure(desk.post(`${path}/directives`, { text: 'secret-directive' }), 201)
  await sure(desk.post(`${path}/commendations`, { recipients: ['secret-unchosen'] }), 201)
}
