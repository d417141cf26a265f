// One item of the agenda as it is edited: Alt with an arrow moves it, as the buttons do.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import type { ApiProblem } from '#web/lib/problem.ts'
import { civilTimeOf } from '#web/lib/when.ts'
import { useValidity } from '#web/ui/when/useValidity.ts'
import { kinds, type Row } from './agenda-plan.ts'
import { errorAt } from './field-errors.ts'
import { PeopleField } from './PeopleField.tsx'
import { PlaceButtons } from './PlaceButtons.tsx'
import classes from './scheduling.module.css'

type Props = {
  row: Row
  index: number
  last: boolean
  /** When it begins by plan. */
  at: string | undefined
  inSession: boolean
  problem: ApiProblem | null
  onSet: (part: Partial<Row>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const steps = { ArrowUp: -1, ArrowDown: 1 } as const

export const AgendaRow = ({ row, index, last, at, inSession, problem, onSet, onMove, onRemove }: Props) => {
  const { t } = useTranslation('scheduling')
  const what = row.title || t('agenda.nth', { place: index + 1 })
  const { dropped } = row
  /** In session an item is not taken out without a word: it is dropped, and may be taken after all. */
  const takeOut = () => (inSession ? onSet({ dropped: dropped === undefined ? '' : undefined }) : onRemove())
  const outWord = () => {
    if (!inSession) return t('place.remove', { what })
    return dropped === undefined ? t('agenda.drop', { what }) : t('agenda.undrop', { what })
  }
  return (
    <li
      className={classes.row}
      data-row={row.id}
      data-dropped={dropped === undefined ? undefined : ''}
      onKeyDown={(event) => {
        if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
        event.preventDefault()
        onMove(steps[event.key])
      }}
    >
      <span className={classes.at}>{at ? hourMinute(at) : '–'}</span>
      <div className={classes.fields}>
        <RowLine row={row} index={index} problem={problem} onSet={onSet} />
        {dropped === undefined ? null : (
          <TextInput
            name={`/items/${index}/dropped`}
            label={t('agenda.droppedReason')}
            required
            maxLength={500}
            value={dropped}
            error={errorAt(problem, `/items/${index}/dropped`)}
            onChange={(event) => onSet({ dropped: event.currentTarget.value })}
          />
        )}
        <details className={classes.details} open={row.presenterIds.length > 0 || row.presenter !== ''}>
          <summary>{t('agenda.presenters')}</summary>
          <div className={classes.people2}>
            <PeopleField
              name={`/items/${index}/presenterIds`}
              label={t('agenda.presenterPersons')}
              most={10}
              value={row.presenterIds}
              error={errorAt(problem, `/items/${index}/presenterIds`)}
              onChange={(presenterIds) => onSet({ presenterIds })}
            />
            <TextInput
              name={`/items/${index}/presenter`}
              label={t('agenda.presenter')}
              maxLength={300}
              value={row.presenter}
              error={errorAt(problem, `/items/${index}/presenter`)}
              onChange={(event) => onSet({ presenter: event.currentTarget.value })}
            />
          </div>
        </details>
      </div>
      <PlaceButtons
        what={what}
        first={index === 0}
        last={last}
        onMove={onMove}
        onRemove={row.begun ? undefined : takeOut}
        removeWord={outWord()}
      />
    </li>
  )
}

const RowLine = ({ row, index, problem, onSet }: Pick<Props, 'row' | 'index' | 'problem' | 'onSet'>) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation('when').t
  const own = useValidity(row.at && !civilTimeOf(row.at) ? common('timeWrong') : undefined)
  return (
    <div className={classes.line}>
      <Textarea
        name={`/items/${index}/title`}
        label={t('agenda.item', { place: index + 1 })}
        required
        rows={Math.max(1, Math.ceil(row.title.length / 60))}
        maxLength={1000}
        value={row.title}
        error={errorAt(problem, `/items/${index}/title`)}
        onChange={(event) => onSet({ title: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
      />
      <NativeSelect
        label={t('agenda.kind')}
        value={row.kind}
        onChange={({ currentTarget: { value } }) =>
          onSet({ kind: kinds.find((kind) => kind === value) ?? 'other' })
        }
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextInput
        type="number"
        label={t('agenda.length')}
        min={1}
        max={600}
        value={row.minutes}
        error={errorAt(problem, `/items/${index}/minutes`)}
        onChange={(event) => onSet({ minutes: event.currentTarget.value })}
      />
      <TextInput
        ref={own.ref}
        label={t('agenda.ownTime')}
        placeholder="14:00"
        autoComplete="off"
        value={row.at}
        error={own.shown}
        onBlur={own.onLeave}
        onChange={(event) => onSet({ at: event.currentTarget.value })}
      />
    </div>
  )
}
