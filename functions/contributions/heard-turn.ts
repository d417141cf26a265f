// The turn of the floor an entry was heard in: there must have been one, of the same unit.
import { loadRequest } from '#functions/floor/entity.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'

const heard = ['speaking', 'done']

/** @throws Problem `turn-unknown` */
export const expectTurn = async (
  conferenceId: string,
  turn: string | undefined,
  unitId: string,
): Promise<void> => {
  if (turn === undefined) return
  const request = await loadRequest(conferenceId, turn).catch((error: unknown) => {
    throw error instanceof Problem ? wrongField('turn-unknown', '/turn', turn) : error
  })
  // Cut short, it was a turn all the same, whatever became of the request since.
  const spoke = heard.includes(request.state) || request.earlier !== undefined
  if (request.unitId !== unitId || !spoke) throw wrongField('turn-unknown', '/turn', turn)
}
