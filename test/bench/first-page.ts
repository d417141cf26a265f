// Bench `first-page`: the script of the first page, compressed, against what an old tablet in a provincial hall is given.
import { limitKb, readFirstPage } from '#test/support/first-page.ts'
import { type Bench, round } from './measure.ts'

export const firstPage: Bench = {
  name: 'first-page',
  goal: 1,
  goalText: `≤ ${limitKb} KB, no MQTT, no Chime`,
  run: async () => {
    const { scriptKb, styleKb, scripts, strangers } = await readFirstPage()
    const ratio = round(scriptKb / limitKb)
    return {
      ratio,
      pass: scriptKb <= limitKb && strangers.length === 0,
      scriptKb: round(scriptKb, 1),
      styleKb: round(styleKb, 1),
      scripts,
      mqtt: strangers.includes('mqtt'),
      chime: strangers.includes('chime'),
    }
  },
}
