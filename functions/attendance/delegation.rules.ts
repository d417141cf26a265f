// Who a delegation was, as its events tell it: entered, called otherwise, withdrawn, substituted beforehand. Pure.
import * as z from 'zod'

const Named = z.object({ id: z.string(), display: z.string() })
type Named = z.infer<typeof Named>

const Added = z.object({ delegates: z.array(Named) })
const One = z.object({ delegate: Named })
const Two = One.extend({ substitute: Named })

type Logged = { name: string; data: Record<string, unknown> }

/** The events a delegation is made of. */
export const delegationEvents: ReadonlySet<string> = new Set([
  'delegates.added',
  'delegate.edited',
  'delegate.withdrawn',
  'delegate.substituted',
])

type Change = { gone?: string; come?: readonly Named[] }

const changeOf = ({ name, data }: Logged): Change => {
  switch (name) {
    case 'delegates.added':
      return { come: Added.parse(data).delegates }
    case 'delegate.edited':
      return { come: [One.parse(data).delegate] }
    case 'delegate.withdrawn':
      return { gone: One.parse(data).delegate.id }
    case 'delegate.substituted': {
      const { delegate, substitute } = Two.parse(data)
      return { gone: delegate.id, come: [substitute] }
    }
    default:
      return {}
  }
}

/** Changes a list, id → name as records have it, by one event. @param event the events come oldest first */
export const noteDelegation = (list: Map<string, string>, event: Logged): void => {
  const { gone, come = [] } = changeOf(event)
  if (gone) list.delete(gone)
  for (const { id, display } of come) list.set(id, display)
}

/** The delegation after these events of one point, oldest first. */
export const delegationIn = (events: readonly Logged[]): Map<string, string> => {
  const list = new Map<string, string>()
  for (const event of events) noteDelegation(list, event)
  return list
}
