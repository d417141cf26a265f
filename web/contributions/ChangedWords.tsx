// Words that stayed, went or came: told by a sign and a word besides the colour.
import { useTranslation } from 'react-i18next'
import type { Part } from '#functions/contributions/schema.ts'
import classes from './Changes.module.css'

export type Side = 'from' | 'to'

/** @param side only what stands in that version; both without it */
export const Words = ({ parts, side }: { parts: readonly Part[]; side?: Side }) => {
  const gone = side === 'from' ? 'added' : side === 'to' ? 'removed' : undefined
  return parts.map((part, at) => (part.kind === gone ? null : <One key={String(at)} part={part} />))
}

const One = ({ part: { kind, text } }: { part: Part }) => {
  const { t } = useTranslation('secretariat')
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={kind === 'added' ? classes.added : classes.removed}>
      <span className="visually-hidden">{t(`review.${kind}`)} </span>
      {text}
    </Tag>
  )
}
