// Answer for delegates: who will come and who will not. An act of the point; the later answer for one holds.
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { answerColumns, answered } from './answers.rules.ts'
import type { Answers, AnswersInput } from './answers.schema.ts'
import { atPoint } from './at-point.ts'
import { delegatesAnswered } from './delegates.events.ts'
import { answersItem, loadAnswers, setColumns } from './entity.ts'
import { expectOpenList } from './points.rules.ts'
import type { Point } from './stored.schema.ts'

const expectListed = ({ delegateIds }: Point, answers: AnswersInput['answers']): void => {
  const listed = new Set(delegateIds)
  const errors = answers.flatMap(({ delegateId }, at) =>
    listed.has(delegateId)
      ? []
      : [{ pointer: `/answers/${at}/delegateId`, code: 'delegate-unknown', message: delegateId }],
  )
  if (errors.length > 0) throw new Problem('delegate-unknown', { errors })
}

/** @throws Problem `delegate-unknown` naming the lines, `point-withdrawn` */
export const answerDelegates = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { answers: told, claimedAt }: AnswersInput,
): Promise<Answers> => {
  const onlyOne = told.length === 1 ? told[0]?.delegateId : undefined
  return persisting(async () => {
    const [{ conference, point }, answers] = await Promise.all([
      atPoint(actor, 'delegates:answer', conferenceId, pointId, onlyOne),
      loadAnswers(conferenceId, pointId),
    ])
    expectOpenList(conference, point)
    expectListed(point, told)
    const event = recorded(actor, delegatesAnswered(point, told), { claimedAt })
    const next = answered(answers, told, { at: event.effectiveAt, event: event.id })
    await write(
      actor,
      event.id,
      putNext(answersItem(next)),
      setColumns(point, answerColumns(next, point.delegateIds)),
      putEvent(event),
    )
    return next
  })
}
