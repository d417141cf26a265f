// Reads a commendation from the sentence of a report: “12 tập thể, 3 cá nhân được tặng Bằng khen của Bộ Công an”. Pure.
import { readQuantity } from '#functions/outcomes/number.rules.ts'
import type { Award } from '#functions/outcomes/schema.ts'

/** From the longest, so that none is taken for the beginning of another. */
const awardWords: [Award, RegExp][] = [
  ['excellent-flag', /cờ (?:thi đua )?xuất sắc|cờ đơn vị xuất sắc/iu],
  ['flag', /cờ(?: thi đua)?(?! (?:thi đua )?xuất sắc)(?![\p{L}])/iu],
  ['certificate', /bằng khen/iu],
  ['letter', /giấy khen/iu],
]

const countShape = /(?<![\p{L}\d.,/])(\d[\d.]*)\s+(tập thể|cá nhân)/giu
const ofAuthority = /\scủa\s+(?:đồng chí\s+)?([^,;.:]+?)(?=\s+(?:cho|về|vì|tặng)\s|[,;.:]|$)/giu
const giver = /^(?:đồng chí\s+)?(\p{Lu}[^,;:\d]*?)\s+(?:đã\s+)?(?:quyết định\s+)?(?:tặng|trao|khen thưởng)\s/u

const countOf = (said: string): number | undefined => {
  const { quantity } = readQuantity(said) ?? {}
  return quantity?.kind === 'number' ? quantity.value : undefined
}

/** Counts of one kind together: a sentence may tell them award by award. */
const total = (text: string, kind: string): number | undefined => {
  const counts = [...text.matchAll(countShape)].flatMap(([, figure = '', what = '']) =>
    what.toLowerCase() === kind ? (countOf(figure) ?? []) : [],
  )
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : undefined
}

export type CommendationLine = {
  awards: Award[]
  authorities: string[]
  collectives: number | undefined
  individuals: number | undefined
}

/** What is not said stays open. */
export const readCommendation = (said: string): CommendationLine => {
  const text = said.normalize('NFC').replace(/\s+/g, ' ').trim()
  const given = giver.exec(text)?.[1]
  const named = [...text.matchAll(ofAuthority)].map(([, authority = '']) => authority.trim())
  return {
    awards: awardWords.flatMap(([award, shape]) => (shape.test(text) ? award : [])),
    authorities: [...new Set([...(given ? [given.trim()] : []), ...named])],
    collectives: total(text, 'tập thể'),
    individuals: total(text, 'cá nhân'),
  }
}
