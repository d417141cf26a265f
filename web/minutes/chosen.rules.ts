// Which sentence of the minutes is looked at, and what is told of it. Pure.
import type { Block } from '#functions/minutes/schema.ts'
import { sentencesOf } from '#functions/minutes/sentences.rules.ts'

export type Chosen = { block: string; sentence: number }

type Told = Pick<Block, 'text' | 'sentences' | 'events'>

/** The lines of a block, each with its sentences and their places in the block. */
export const linesOf = (block: Told) => {
  const lines: { text: string; at: number; edited: boolean; added: boolean }[][] = []
  sentencesOf(block).forEach(({ text, line, edited, added }, at) => {
    const one = { text, at, edited: edited === true, added: added === true }
    if (at === 0 || line) lines.push([one])
    else lines.at(-1)?.push(one)
  })
  return lines
}

/** How a sentence came about, in the order of what matters to whoever signs. */
export const standing = (block: Told, at: number): 'edited' | 'cited' | 'added' | 'compiled' | 'nothing' => {
  const sentence = sentencesOf(block)[at]
  if (!sentence) return 'nothing'
  const rests = sentence.events.length > 0 || sentence.evidence.length > 0
  if (sentence.edited) return 'edited'
  if (sentence.added) return rests ? 'cited' : 'added'
  return rests ? 'compiled' : 'nothing'
}

/** The first words of a paragraph, to name it by. */
export const firstWords = ({ text }: Pick<Block, 'text'>): string => {
  const words = text.split(/\s+/)
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ')
}
