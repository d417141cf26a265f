// What the secretariat prepares for operators, over HTTP: the line to the centre.
import { localPassword } from '#infra/local/accounts.data.ts'
import { signIn } from '#infra/local/sign-in.ts'

export const putTechnical = async (origin: string, conference: string): Promise<void> => {
  const { accessToken } = await signIn(origin, 'thuky', localPassword)
  const path = `${origin}/api/conferences/${conference}/technical`
  const authorization = `Bearer ${accessToken}`
  const now = await fetch(path, { headers: { authorization } })
  const answer = await fetch(path, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', 'if-match': now.headers.get('etag') ?? '' },
    body: JSON.stringify({
      centre: [
        {
          post: 'Phòng kỹ thuật trung tâm',
          role: 'technical',
          phones: ['024 3942 0000 máy lẻ 12', '0912 345 678'],
        },
      ],
    }),
  })
  if (!answer.ok) throw new Error(`technical: ${answer.status} ${await answer.text()}`)
}
