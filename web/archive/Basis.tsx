// What one sentence of a record rests on: events for those who may read the log, documents, or how many there were.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import type { Sentence } from '#functions/minutes/sentence.schema.ts'
import { useEventWord } from '#web/conferences/useEventWord.ts'
import { count, moment } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import classes from './Record.module.css'
import { eventsBehind } from './record-queries.ts'

/** Of one document alone, every sentence is from it. */
const sourcesOf = ({ kind, text }: RecordSheet, { sources }: Sentence): string[] =>
  sources ?? (kind === 'historical' && text.sources.length === 1 ? text.sources.map(({ id }) => id) : [])

type Props = { sheet: RecordSheet; sentence: Sentence; onClose: () => void }

export const Basis = ({ sheet, sentence, onClose }: Props) => {
  const { t, i18n } = useTranslation('record')
  const { events, evidence, added, edited } = sentence
  const sources = sourcesOf(sheet, sentence)
  const empty = events.length === 0 && evidence.length === 0 && sources.length === 0
  return (
    <section className={classes.basis} lang={i18n.language} aria-label={t('basis.title')}>
      <header>
        <b>{t('basis.title')}</b>
        <button type="button" onClick={onClose}>
          {t('basis.close')}
        </button>
      </header>
      {edited ? <p>{t('basis.edited')}</p> : null}
      {empty ? <p>{t(added ? 'basis.added' : 'basis.nothing')}</p> : null}
      <Documents sheet={sheet} ids={sources} />
      <Events sheet={sheet} ids={events} />
      {evidence.map(({ digest, count: many, horizon }) => (
        <p key={digest}>
          {t('basis.many', { count: many, shown: count(many), at: moment(horizon), digest })}
        </p>
      ))}
    </section>
  )
}

const Documents = ({ sheet, ids }: { sheet: RecordSheet; ids: readonly string[] }) => {
  const { t } = useTranslation('record')
  if (ids.length === 0) return null
  return (
    <>
      <p>{t('basis.sources')}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>{sheet.text.sources.find((source) => source.id === id)?.title ?? id}</li>
        ))}
      </ul>
    </>
  )
}

const Events = ({ sheet, ids }: { sheet: RecordSheet; ids: readonly string[] }) => {
  const { t } = useTranslation('record')
  const word = useEventWord()
  const may = useMay({ id: sheet.conferenceId, hostUnitId: sheet.hostUnitId })
  const asks = sheet.kind !== 'historical' && may('minutes:read')
  const { data } = useQuery(eventsBehind(sheet.conferenceId, ids, asks))
  if (ids.length === 0) return null
  if (data)
    return (
      <ul>
        {data.items.map(({ id, name, by, effectiveAt }) => (
          <li key={id}>
            <b>{word(name)}</b> · {t('basis.by', { name: by.name, at: moment(effectiveAt) })}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      {asks ? null : <p>{t('basis.ids')}</p>}
      <ul className={classes.hash}>
        {ids.map((id) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </>
  )
}
