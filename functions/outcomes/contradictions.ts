// What is written with an entry so that sources which give one figure or award differently are raised as a disagreement.
import { documentsOperations } from '#functions/attendance/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import type { Operation } from '#functions/shared/table.ts'
import { loadOutcomes, subjectId, takeTurn } from './entity.ts'
import type { Outcome } from './schema.ts'
import { agreeOn, statementsOn, subjectOf } from './sources.rules.ts'

/** @param before the entry as it stood; undefined when it is new */
export const contradictionOperations = async (
  actor: Actor,
  before: Outcome | undefined,
  next: Outcome,
): Promise<Operation[]> => {
  const { conferenceId, kind, id } = next
  const touched = [before, next].map((outcome) => outcome && subjectOf(outcome))
  const subjects = [...new Set(touched)].filter((subject) => subject !== undefined)
  if (subjects.length === 0) return []
  // The turn is read before the entries: an entry that comes between makes this act stale, and it is decided anew.
  const turns = await Promise.all(subjects.map((subject) => takeTurn(conferenceId, subjectId(kind, subject))))
  const others = (await loadOutcomes(conferenceId, kind)).filter((outcome) => outcome.id !== id)
  const raised = await Promise.all(
    subjects.map((subject) => {
      const standing = [...others, next]
      const statements = statementsOn(subject, standing)
      // An entry worded anew may have left a subject: that keeps its own words.
      const about = [...standing, before].find((one) => one && subjectOf(one) === subject)
      const words = about?.kind === 'figure' ? about.subject : (statements[0]?.text ?? '')
      return documentsOperations(actor, conferenceId, {
        id: subjectId(kind, subject),
        subject: words,
        statements,
        agreed: agreeOn(subject, standing),
      })
    }),
  )
  return [...turns, ...raised.flat()]
}
