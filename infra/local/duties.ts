// What a home must undo when it stops, and the environment it sets until then.
import { resetDatabase } from '#functions/shared/table.ts'

type Duty = () => Promise<unknown> | unknown

/** What must be undone, latest first, whatever happens in between. */
export const openDuties = () => {
  const duties: Duty[] = []
  let done: Promise<void> | undefined
  const all = async () => {
    for (const duty of duties.toReversed()) await (async () => duty())().catch(console.error)
  }
  return {
    add: (duty: Duty): void => {
      duties.push(duty)
    },
    stop: (): Promise<void> => {
      done ??= all()
      return done
    },
  }
}
export type Duties = ReturnType<typeof openDuties>

/** Sets the environment until the home stops. */
export type Tell = (environment: Record<string, string>) => void

export const tell = (environment: Record<string, string>, duties: Duties) => {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, environment)
  duties.add(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    resetDatabase()
  })
}
