// The text of a draft as it would be submitted now, but for the number and the horizon that submission gives it.
import type { Conference } from '#functions/conferences/schema.ts'
import { now } from '#functions/shared/clock.ts'
import { loadBlocks } from './entity.ts'
import { loadHistory } from './load-facts.ts'
import type { Minutes } from './schema.ts'
import { minutesText } from './text.rules.ts'

export const textAsItStands = async (conference: Conference, minutes: Minutes): Promise<unknown> => {
  const { id, number, supersedes, reach } = minutes
  const [history, blocks] = await Promise.all([loadHistory(conference, now(), reach), loadBlocks(minutes)])
  const { facts } = history
  const horizon = { until: facts.horizon, count: 0, digest: '', contents: '' }
  const unnumbered = { unitId: '', year: 0, number: 0, text: '' }
  const text = minutesText({ ...history, id, supersedes, blocks, horizon, number: unnumbered })
  return { ...text, number }
}
