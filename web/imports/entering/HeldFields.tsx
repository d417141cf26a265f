// When it was held: one field as the document has it, shown back in words, set right by hand where it was misread.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entering.module.css'
import { useDesk } from './entering-context.ts'
import { heldByHand, heldOf, publishedOf, readHeld } from './held-fields.ts'
import { useFacts } from './useFacts.ts'
import { useFieldError } from './useFieldError.ts'
import { useHeldWords } from './useHeldWords.ts'

export const HeldFields = () => {
  const { t } = useTranslation('entering')
  const { form } = useDesk().entering
  const words = useHeldWords()
  const at = useFieldError()
  const { facts, set } = useFacts()
  const { heldSaid = '', heldOwn } = facts
  const isYearless =
    heldSaid !== '' && !heldOwn && !readHeld(heldSaid, publishedOf(form)) && readHeld(heldSaid, '2100')
  return (
    <>
      <TextInput
        label={t('field.heldSaid')}
        description={t('field.heldSaidHint')}
        maw={560}
        maxLength={100}
        autoComplete="off"
        value={heldSaid}
        error={heldOwn ? undefined : at('/heldOn')}
        onChange={(event) => set({ heldSaid: event.currentTarget.value, heldOwn: '' })}
      />
      <p className={classes.echo} aria-live="polite">
        {t('held.understood')} <b>{words}</b>
        {isYearless ? ` ${t('held.yearless')}` : ''}
      </p>
      {heldOwn ? (
        <ByHand />
      ) : (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => set(heldByHand(heldOf(form)))}>
            {t('held.correct')}
          </Button>
        </div>
      )}
    </>
  )
}

const dated = ['day', 'month', 'year'] as const
const precisions = [...dated, 'unknown'] as const
const halves = ['morning', 'afternoon'] as const

const ByHand = () => {
  const { t } = useTranslation('entering')
  const at = useFieldError()
  const { facts, set, field } = useFacts()
  const { precision = 'unknown' } = facts
  return (
    <div className={classes.three}>
      <NativeSelect
        label={t('field.precision')}
        {...field('precision')}
        error={at('/heldOn/precision')}
        data={precisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
      />
      {precision === 'unknown' ? null : (
        <TextInput
          label={t(`asFar.${dated.find((one) => one === precision) ?? 'day'}`)}
          {...field('heldValue')}
          maxLength={20}
          autoComplete="off"
          error={at('/heldOn/value')}
        />
      )}
      {precision === 'day' ? (
        <NativeSelect
          label={t('field.part')}
          value={facts.part ?? ''}
          onChange={(event) => set({ part: event.currentTarget.value })}
          data={[
            { value: '', label: t('half.unsaid') },
            ...halves.map((value) => ({ value, label: t(`half.${value}`) })),
          ]}
        />
      ) : null}
    </div>
  )
}
