// One paragraph of the minutes with the events it rests on, a click away.
import { useTranslation } from 'react-i18next'
import beside from './Margin.module.css'
import classes from './MinutesSheet.module.css'
import type { SheetBlock } from './MinutesSheet.tsx'

/** Minutes write lists as lines: a block's first line is its sentence, the others its items. */
const linesOf = (text: string) => text.split('\n').map((line, index) => ({ line, key: `${index} ${line}` }))

export const BlockParagraph = ({ block }: { block: SheetBlock }) => {
  const { t } = useTranslation()
  const { text, events, sentences = [] } = block
  const evidence = sentences.flatMap((sentence) => sentence.evidence)
  const many = evidence.reduce((sum, { count }) => sum + count, events.length)
  return (
    <div className={classes.block}>
      {linesOf(text).map(({ line, key }) => (
        <p key={key}>{line}</p>
      ))}
      <div className={`${beside.margin} ${classes.basis}`}>
        {many > 0 ? (
          <details>
            <summary>{t('minutes.basis', { count: many })}</summary>
            <ul>
              {events.map((event) => (
                <li key={event}>{event}</li>
              ))}
              {evidence.map(({ query, digest }) => (
                <li key={`${query} ${digest}`}>{`${query} · SHA-256 ${digest}`}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </div>
  )
}
