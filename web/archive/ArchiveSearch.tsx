// What to look for: words, the days between which the conference was held, a unit, a chair.
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonField } from '#web/directory/PersonField.tsx'
import { UnitField } from '#web/directory/UnitField.tsx'
import { DayFilter } from '#web/ui/when/DayField.tsx'
import classes from './Search.module.css'
import type { Sought } from './sought.ts'
import './add-words.ts'

/** Long enough that a word asks once or twice, short enough to feel at once. */
const pauseMs = 180
const most = 300

/** From the field one goes down to the first result; Enter is not waited for. */
const toFirst = (event: React.KeyboardEvent) => {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  document.querySelector<HTMLElement>('[data-rows] a')?.focus()
}

export const ArchiveSearch = ({
  sought,
  onSeek,
}: {
  sought: Sought
  onSeek: (sought: Partial<Sought>) => void
}) => {
  const { t } = useTranslation('archive')
  const common = useTranslation().t
  const seek = useDebouncedCallback((q: string) => onSeek({ q: q.trim() || undefined }), pauseMs)
  return (
    <search>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault()
          seek.flush()
        }}
      >
        <TextInput
          className={classes.words}
          name="q"
          type="search"
          size="md"
          label={t('ask')}
          description={t('how')}
          placeholder={t('askHint')}
          defaultValue={sought.q ?? ''}
          maxLength={most}
          autoComplete="off"
          leftSection={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}
          onChange={(event) => seek(event.currentTarget.value)}
          onKeyDown={toFirst}
          data-search
        />
        <DayFilter label={common('archive.from')} day={sought.from} onDay={(from) => onSeek({ from })} />
        <DayFilter label={common('archive.to')} day={sought.to} onDay={(to) => onSeek({ to })} />
        <UnitField
          label={t('unit')}
          value={sought.unit ?? ''}
          onChange={(unit) => onSeek({ unit: unit || undefined })}
        />
        <PersonField
          label={t('chair')}
          value={sought.chair ?? ''}
          onChange={(chair) => onSeek({ chair: chair || undefined })}
        />
      </form>
    </search>
  )
}
