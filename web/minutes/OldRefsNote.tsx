// Numbers of annexes in people's own words that annexes no longer bear: to be corrected before the minutes are submitted.
import { useTranslation } from 'react-i18next'
import { oldRefs } from '#functions/minutes/annex-refs.rules.ts'
import { annexTitles } from '#functions/minutes/annexes.data.ts'
import type { MinutesView } from '#functions/minutes/schema.ts'
import notes from '#web/ui/Note.module.css'
import './add-words.ts'
import { firstWords } from './chosen.rules.ts'

export const OldRefsNote = ({ minutes: { state, blocks, annexes = [] } }: { minutes: MinutesView }) => {
  const { t } = useTranslation('minutes')
  const old = state === 'draft' ? oldRefs(blocks, annexes) : []
  if (old.length === 0) return null
  const wordsOf = (id: string) => {
    const block = blocks.find((one) => one.id === id)
    return block ? firstWords(block) : ''
  }
  return (
    <div className={`${notes.note} no-print`} data-tone="problem" role="status">
      <p className={notes.what}>{t('oldRefs.title')}</p>
      <ul>
        {old.map(({ block, number, key, now }) => (
          <li key={`${block} ${number}`}>
            {now && key
              ? t('oldRefs.moved', { words: wordsOf(block), number, now, title: annexTitles[key] })
              : t('oldRefs.gone', { words: wordsOf(block), number })}
          </li>
        ))}
      </ul>
      <p>{t('oldRefs.hint')}</p>
    </div>
  )
}
