// How minutes say times, durations and lists: the forms of Nghị định 30/2020/NĐ-CP. Pure.
import { civilDay, civilTime } from '#functions/shared/time.ts'
import { midSentence } from './mid-sentence.rules.ts'

/** `14 giờ 05` in Asia/Ho_Chi_Minh. */
export const clockWords = (instant: string): string => civilTime(instant).replace(':', ' giờ ')

/** `ngày 23 tháng 11 năm 2022`: days below 10 and the months 1 and 2 have a zero before them, other months none. */
export const dayWords = (instant: string): string => {
  const [year = '', month = '', day = ''] = civilDay(instant).split('-')
  const spoken = Number(month) < 3 ? month : String(Number(month))
  return `ngày ${day} tháng ${spoken} năm ${year}`
}

export const momentWords = (instant: string): string => `${clockWords(instant)}, ${dayWords(instant)}`

/** `1 giờ 2 phút`, `5 phút 10 giây`, `40 giây`; what there is none of is left out. */
export const durationWords = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [
    [Math.floor(whole / 3600), 'giờ'],
    [Math.floor(whole / 60) % 60, 'phút'],
    [whole >= 3600 ? 0 : whole % 60, 'giây'],
  ] as const
  const said = parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : []))
  return said.length > 0 ? said.join(' ') : '0 giây'
}

/** `2.932`: dot thousands. */
export const countWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** A quotation; one within it takes the single marks. */
export const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** What somebody typed as a reason, within a sentence that has its own full stop. */
export const unstopped = (text: string): string => midSentence(text.trim().replace(/\.$/, ''))

/** `a; b; c`: names have commas within. */
export const listWords = (items: readonly string[]): string => items.join('; ')
