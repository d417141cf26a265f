// What to look for: a unit's name, and the days between which the conference was held.
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { DayFilter } from '#web/ui/when/DayField.tsx'
import classes from './Archive.module.css'
import type { Sought } from './archive-queries.ts'

/** Long enough that typing a name asks once or twice, short enough to feel at once. */
const pauseMs = 250

export const ArchiveSearch = ({ sought, onSeek }: { sought: Sought; onSeek: (sought: Sought) => void }) => {
  const { t } = useTranslation()
  const seek = useDebouncedCallback((q: string) => onSeek({ ...sought, q: q.trim() || undefined }), pauseMs)
  return (
    <search>
      <form className={classes.search} onSubmit={(event) => event.preventDefault()}>
        <TextInput
          name="q"
          type="search"
          label={t('archive.unit')}
          placeholder={t('archive.unitHint')}
          defaultValue={sought.q ?? ''}
          maxLength={200}
          onChange={(event) => seek(event.currentTarget.value)}
          data-search
        />
        <DayFilter
          label={t('archive.from')}
          day={sought.from}
          onDay={(from) => onSeek({ ...sought, from })}
        />
        <DayFilter label={t('archive.to')} day={sought.to} onDay={(to) => onSeek({ ...sought, to })} />
      </form>
    </search>
  )
}
