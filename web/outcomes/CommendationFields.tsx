// A commendation: filled from the sentence of a report, or field by field.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { readCommendation } from './commendation-line.ts'
import type { FieldsProps } from './OutcomeFields.tsx'
import classes from './Outcomes.module.css'
import { awards, countIn, listIn } from './outcome-fields.ts'
import { SourceField } from './SourceField.tsx'

export const CommendationFields = ({ draft, at, sourced = false }: FieldsProps) => {
  const { t } = useTranslation('outcomes')
  const wrong = (name: string) =>
    Number.isNaN(countIn(draft.value(name))) ? t('field.countWrong') : undefined
  const toWord = (to: string) =>
    to === 'collectives' || to === 'individuals' ? t(`field.toWhom.${to}`) : t('field.toWhom.unsaid')
  return (
    <>
      <Sentence draft={draft} />
      <Checkbox.Group
        label={t('field.awards')}
        value={listIn(draft.value('awards'))}
        onChange={(chosen) => draft.fill({ awards: chosen.join(' ') })}
      >
        <div className={classes.boxes}>
          {awards.map((award) => (
            <Checkbox key={award} value={award} label={t(`field.award.${award}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        {...draft.field('authorities')}
        label={t('field.authorities')}
        description={t('field.authoritiesHint')}
        autosize
        minRows={1}
        error={at('/authorities')}
      />
      <div className={classes.pair}>
        {(['collectives', 'individuals'] as const).map((name) => (
          <TextInput
            key={name}
            {...draft.field(name)}
            label={t(`field.${name}`)}
            inputMode="numeric"
            error={wrong(name) ?? at(`/${name}`)}
          />
        ))}
      </div>
      <NativeSelect
        {...draft.field('to')}
        label={t('field.to')}
        description={t('field.toHint')}
        data={['', 'collectives', 'individuals'].map((to) => ({ value: to, label: toWord(to) }))}
        error={at('/to')}
      />
      <Textarea
        {...draft.field('recipients')}
        label={t('field.recipients')}
        description={t('field.recipientsHint')}
        autosize
        minRows={2}
        maxRows={12}
        error={at('/recipients')}
      />
      <TextInput
        {...draft.field('reason')}
        label={t('field.reason')}
        maxLength={1000}
        error={at('/reason')}
      />
      {sourced ? null : <SourceField draft={draft} at={at} />}
    </>
  )
}

/** What is read replaces the fields; what is not said leaves them. */
const Sentence = ({ draft }: Pick<FieldsProps, 'draft'>) => {
  const { t } = useTranslation('outcomes')
  const fill = () => {
    const { awards, authorities, collectives, individuals } = readCommendation(draft.value('line'))
    draft.fill({
      ...(awards.length > 0 ? { awards: awards.join(' ') } : {}),
      ...(authorities.length > 0 ? { authorities: authorities.join('\n') } : {}),
      ...(collectives === undefined ? {} : { collectives: String(collectives) }),
      ...(individuals === undefined ? {} : { individuals: String(individuals) }),
    })
  }
  return (
    <div className={classes.sentence}>
      <Textarea
        {...draft.field('line')}
        label={t('field.line')}
        description={t('field.lineHint')}
        autosize
        minRows={2}
        maxLength={2000}
      />
      <Button variant="default" size="compact-sm" disabled={draft.value('line') === ''} onClick={fill}>
        {t('field.fill')}
      </Button>
    </div>
  )
}
