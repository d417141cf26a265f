// What delegations announce.
import type { AnswersInput } from './answers.schema.ts'
import type { StoredDelegate } from './delegates.schema.ts'
import { ofPoint } from './events.ts'
import type { Point } from './stored.schema.ts'

type Where = Pick<Point, 'id' | 'conferenceId'>

const named = ({ id, personId, display }: StoredDelegate) => ({ id, personId, display })

export const delegatesAdded = (point: Where, delegates: readonly StoredDelegate[]) =>
  ofPoint('delegates.added', point, { delegates: delegates.map(named) })

/** A delegate is called otherwise from now on; `before` is how they were called. */
export const delegateEdited = (point: Where, before: StoredDelegate, delegate: StoredDelegate) =>
  ofPoint('delegate.edited', point, { delegate: named(delegate), before: before.display })

export const delegateWithdrawn = (point: Where, delegate: StoredDelegate) =>
  ofPoint('delegate.withdrawn', point, { delegate: named(delegate), reason: delegate.withdrawn?.reason })

/** Named before the day: the substitute is of the delegation, the other no longer. */
export const delegateSubstituted = (point: Where, gone: StoredDelegate, substitute: StoredDelegate) =>
  ofPoint('delegate.substituted', point, {
    delegate: named(gone),
    substitute: named(substitute),
    reason: gone.withdrawn?.reason,
  })

export const delegatesAnswered = (point: Where, answers: AnswersInput['answers']) =>
  ofPoint('delegates.answered', point, { answers })
