// What a conference is: its title, kind, place, times and who presides. The same fields for a draft and its edits.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '#web/lib/problem.ts'
import { WhenField } from '#web/ui/when/WhenField.tsx'
import { errorAt } from './field-errors.ts'
import { PeopleField } from './PeopleField.tsx'
import { classifications, forms, levels, type Plan, titleParts } from './plan.ts'
import classes from './scheduling.module.css'

export type FieldsProps = {
  plan: Plan
  onChange: (change: Partial<Plan>) => void
  problem: ApiProblem | null
}

/** A title is seen whole, however long: some 80 letters a line. */
const rowsFor = (title: string): number =>
  Math.max(
    3,
    title.split('\n').reduce((rows, part) => rows + Math.max(1, Math.ceil(part.length / 80)), 0),
  )

const TitleField = ({ plan, onChange, problem }: FieldsProps) => {
  const { t } = useTranslation('scheduling')
  const parts = titleParts(plan.title)
  return (
    <div>
      <Textarea
        name="/title"
        label={t('field.title')}
        description={t('field.titleHint')}
        required
        autosize={false}
        rows={rowsFor(plan.title)}
        maxLength={1100}
        value={plan.title}
        error={errorAt(problem, '/title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {parts.length > 1 ? (
        <p className={classes.echo}>{t('field.titleParts', { count: parts.length })}</p>
      ) : null}
    </div>
  )
}

const KindFields = ({ plan, onChange, problem }: FieldsProps) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const known = levels.some((level) => level === plan.level) ? levels : ([...levels, 'district'] as const)
  const select = (field: 'level' | 'form' | 'classification') => ({
    name: `/${field}`,
    value: plan[field],
    error: errorAt(problem, `/${field}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <div className={classes.three}>
      <NativeSelect
        label={t('field.level')}
        {...select('level')}
        data={known.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      <NativeSelect
        label={t('field.form')}
        {...select('form')}
        data={forms.map((form) => ({ value: form, label: common(`form.${form}`) }))}
      />
      <NativeSelect
        label={t('field.classification')}
        {...select('classification')}
        data={classifications.map((one) => ({ value: one, label: common(`classification.${one}`) }))}
      />
    </div>
  )
}

export const WhenFields = ({ plan, onChange, problem }: FieldsProps) => {
  const { t } = useTranslation('scheduling')
  return (
    <>
      <WhenField
        label={t('field.starts')}
        name="/startsAt"
        required
        value={plan.starts}
        error={errorAt(problem, '/startsAt')}
        onChange={(starts) => onChange({ starts })}
      />
      <WhenField
        label={t('field.ends')}
        name="/endsAt"
        value={plan.ends}
        dayOtherwise={plan.starts.day}
        error={errorAt(problem, '/endsAt')}
        onChange={(ends) => onChange({ ends })}
      />
      <WhenField
        label={t('field.due')}
        name="/contributionsDueAt"
        value={plan.due}
        dayOtherwise={plan.starts.day}
        error={errorAt(problem, '/contributionsDueAt')}
        onChange={(due) => onChange({ due })}
      />
    </>
  )
}

export const FactsFields = (props: FieldsProps) => {
  const { t } = useTranslation('scheduling')
  const { plan, onChange, problem } = props
  return (
    <>
      <TitleField {...props} />
      <KindFields {...props} />
      <TextInput
        name="/venue"
        label={t('field.venue')}
        required
        maxLength={300}
        value={plan.venue}
        error={errorAt(problem, '/venue')}
        onChange={(event) => onChange({ venue: event.currentTarget.value })}
      />
      <WhenFields {...props} />
      <PeopleField
        name="/chairs"
        label={t('field.chairs')}
        hint={t('field.chairsHint')}
        roles={{ first: t('field.chair'), other: t('field.coChair') }}
        most={4}
        value={plan.chairs}
        error={errorAt(problem, '/chairs')}
        onChange={(chairs) => onChange({ chairs })}
      />
    </>
  )
}
