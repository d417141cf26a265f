// The agenda as it is planned: items in their order, the times that follow from their lengths, who presents.
import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaInput } from '#functions/conferences/agenda-acts.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { api } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import { AgendaConflict } from './AgendaConflict.tsx'
import { AgendaRow } from './AgendaRow.tsx'
import { endOf, itemsOf, moved, newRow, type Row, rowsFrom, timesOf } from './agenda-plan.ts'
import { useFocusFirst } from './field-errors.ts'
import classes from './scheduling.module.css'
import { useAgendaEditing } from './useAgendaEditing.ts'

const freshId = () => `agd_${crypto.randomUUID()}`

/** After the next drawing: the row is there only then. */
const focusTitle = (id: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"] textarea`)?.focus())

const useSaving = (conference: Conference, saved: (rows: readonly Row[]) => void) => {
  const client = useQueryClient()
  const { id } = conference
  const act = useAct(
    ({ items, version }: AgendaInput & { version: number }) =>
      api.conferences[':id'].agenda.$put(
        { param: { id }, json: { items } },
        { headers: { 'if-match': `"${version}"` } },
      ),
    [conferenceKey(id)],
  )
  const save = (rows: readonly Row[], version: number) =>
    act.mutate(
      { items: itemsOf(rows, conference.startsAt), version },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: conferenceKey(id) })
          saved(rows)
        },
      },
    )
  return { act, save }
}

export const AgendaEditor = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const editing = useAgendaEditing(conference)
  const { act, save } = useSaving(conference, editing.saved)
  const form = useFocusFirst(act.error)
  const [said, say] = useState('')
  const { rows, change } = editing
  const { startsAt, state } = conference
  const times = timesOf(rows, startsAt)
  const ends = endOf(rows, startsAt)
  const add = () => {
    const row = newRow(freshId())
    change([...rows, row])
    focusTitle(row.id)
  }
  const move = (index: number, by: -1 | 1) => {
    const title = rows[index]?.title ?? ''
    change(moved(rows, index, by))
    say(t('agenda.movedTo', { title, place: Math.max(1, Math.min(rows.length, index + 1 + by)) }))
  }
  const set = (index: number, part: Partial<Row>) =>
    change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  const remove = (index: number) => {
    change(rows.filter((_, at) => at !== index))
    say(t('agenda.removed', { title: rows[index]?.title ?? '' }))
    const next = rows[index + 1] ?? rows[index - 1]
    if (next) focusTitle(next.id)
  }
  return (
    <Panel
      title={common('agenda.title')}
      aside={ends ? t('agenda.ends', { at: hourMinute(ends) }) : undefined}
    >
      <form
        ref={form}
        aria-label={common('agenda.title')}
        onSubmit={(event) => {
          event.preventDefault()
          save(rows, editing.version)
        }}
      >
        <p role="status" className="visually-hidden">
          {said}
        </p>
        {editing.theirs ? <AgendaConflict theirs={editing.theirs} editing={editing} /> : null}
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        {rows.length === 0 ? <Empty title={common('agenda.none')} hint={t('agenda.emptyHint')} /> : null}
        <ol className={classes.rows} aria-label={common('agenda.title')}>
          {rows.map((row, index) => (
            <AgendaRow
              key={row.id}
              row={row}
              index={index}
              last={index === rows.length - 1}
              at={times[index]}
              inSession={state === 'in-session'}
              problem={act.error}
              onSet={(part) => set(index, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        <div className={classes.acts}>
          <Button type="submit" variant="default" loading={act.isPending} disabled={!editing.dirty}>
            {t('agenda.save')}
          </Button>
          <Button variant="subtle" onClick={add}>
            {t('agenda.add')}
          </Button>
          {editing.dirty ? <span className={classes.quiet}>{t('edit.unsaved')}</span> : null}
        </div>
      </form>
      <Paste
        onPaste={(text) => change([...rows, ...rowsFrom(text).map((row) => ({ ...row, id: freshId() }))])}
      />
    </Panel>
  )
}

/** An agenda that stands in a document already comes in by lines. */
const Paste = ({ onPaste }: { onPaste: (text: string) => void }) => {
  const { t } = useTranslation('scheduling')
  const [text, setText] = useState('')
  return (
    <details className={classes.details}>
      <summary>{t('agenda.paste')}</summary>
      <Textarea
        label={t('field.agenda')}
        description={t('field.agendaHint')}
        rows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        variant="default"
        size="compact-md"
        disabled={rowsFrom(text).length === 0}
        onClick={() => {
          onPaste(text)
          setText('')
        }}
      >
        {t('agenda.pasteAdd', { count: rowsFrom(text).length })}
      </Button>
    </details>
  )
}
