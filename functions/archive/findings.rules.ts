// A finding of a check in Vietnamese, from its code and parameters. Pure.
import { countWords, dayWords, momentWords } from '#functions/minutes/words.rules.ts'
import { findings } from './findings.data.ts'
import type { Finding } from './schema.ts'

const spoken = (key: string, value: string | number | undefined): string => {
  if (typeof value === 'number') return countWords(value)
  if (key === 'until') return momentWords(value ?? '')
  return key === 'day' ? dayWords(value ?? '') : (value ?? '')
}

export const findingWords = ({ code, params }: Finding): string =>
  findings[code].replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => spoken(key, params[key]))
