// Transactions that touch one item at once: the later is cancelled, as DynamoDB does and the engine does not.
import { type Answer, cancelled, conflicted } from './manners-answers.ts'

type Attributes = Record<string, unknown>
type Action = { TableName?: string; Key?: Attributes; Item?: Attributes }
type Body = Action & { TransactItems?: Record<string, Action>[] }

const keyOf = ({ Item, Key }: Action): string => {
  const { pk, sk } = Item ?? Key ?? {}
  return JSON.stringify([pk, sk])
}

const keysOf = (body: Body): string[] =>
  body.TransactItems ? body.TransactItems.map((item) => keyOf(Object.values(item)[0] ?? {})) : [keyOf(body)]

export const openConflicts = () => {
  const held = new Map<string, number>()
  const change = (keys: string[], by: number) => {
    for (const key of keys) {
      const count = (held.get(key) ?? 0) + by
      if (count > 0) held.set(key, count)
      else held.delete(key)
    }
  }
  return {
    /**
     * Lets a request in, or refuses it.
     * @param struck a number from 0 to 1 that picks the item of an injected conflict; undefined for none. Only
     *   transactions are struck: a single write conflicts with a transaction that is really there
     */
    enter: (target: string, raw: Buffer, struck?: number): { refused: Answer } | { leave: () => void } => {
      const body = JSON.parse(raw.toString()) as Body
      const keys = keysOf(body)
      const transaction = body.TransactItems !== undefined
      const unlucky = transaction && struck !== undefined ? Math.floor(struck * keys.length) : -1
      const hit = (position: number) => position === unlucky || held.has(keys[position] ?? '')
      if (keys.some((_, position) => hit(position)))
        return { refused: transaction ? cancelled(keys.length, hit) : conflicted() }
      const holds = target.endsWith('TransactWriteItems') ? keys : []
      change(holds, 1)
      return { leave: () => change(holds, -1) }
    },
  }
}
