// What to look for: a unit's name, and the days between which the conference was held.
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import classes from './Archive.module.css'
import type { Sought } from './archive-queries.ts'

/** Long enough that typing a name asks once or twice, short enough to feel at once. */
const pauseMs = 250

export const ArchiveSearch = ({ sought, onSeek }: { sought: Sought; onSeek: (sought: Sought) => void }) => {
  const { t } = useTranslation()
  const seek = useDebouncedCallback((form: HTMLFormElement) => {
    const fields = new FormData(form)
    const read = (name: string) => String(fields.get(name) ?? '').trim() || undefined
    onSeek({ q: read('q'), from: read('from'), to: read('to') })
  }, pauseMs)
  return (
    <search>
      <form
        className={classes.search}
        onSubmit={(event) => event.preventDefault()}
        onChange={(event) => seek(event.currentTarget)}
      >
        <TextInput
          name="q"
          type="search"
          label={t('archive.unit')}
          placeholder={t('archive.unitHint')}
          defaultValue={sought.q ?? ''}
          maxLength={200}
          data-search
        />
        <TextInput name="from" type="date" label={t('archive.from')} defaultValue={sought.from ?? ''} />
        <TextInput name="to" type="date" label={t('archive.to')} defaultValue={sought.to ?? ''} />
      </form>
    </search>
  )
}
