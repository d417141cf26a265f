// What sources give differently, side by side: one of them holds, or the record keeps both.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bothKept } from '#functions/imports/schema.ts'
import type { Contradiction } from '#functions/imports/views.schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Imports.module.css'
import type { useImportAct } from './import-queries.ts'

type Act = ReturnType<typeof useImportAct>
type Props = { contradictions: readonly Contradiction[]; open: boolean; act: Act }

export const Contradictions = ({ contradictions, open, act }: Props) => {
  const { t } = useTranslation('imports')
  if (contradictions.length === 0) return null
  return (
    <Panel title={t('contradictions')}>
      {contradictions.map((one) => (
        <div key={one.subject}>
          <div className={classes.statements}>
            {one.statements.map(({ source, text }) => (
              <div key={source} className={classes.statement} lang="vi">
                <b>{source}</b> {t('said')}
                <p>{text}</p>
              </div>
            ))}
          </div>
          <Settled one={one} />
          {open ? <SettleForm one={one} act={act} /> : null}
        </div>
      ))}
    </Panel>
  )
}

const Settled = ({ one: { settled } }: { one: Contradiction }) => {
  const { t } = useTranslation('imports')
  if (!settled) return null
  const { chosen, reason, by } = settled
  return (
    <p className={classes.quiet}>
      {chosen === bothKept ? t('settledBoth', { reason, by }) : t('settledBy', { chosen, reason, by })}
    </p>
  )
}

const SettleForm = ({ one, act }: { one: Contradiction; act: Act }) => {
  const { t } = useTranslation('imports')
  const { subject, statements } = one
  const settle = (form: HTMLFormElement) => {
    const typed = new FormData(form)
    const [chosen, reason] = ['chosen', 'reason'].map((name) => String(typed.get(name) ?? ''))
    act.mutate({ act: 'settle', subject, chosen: chosen ?? bothKept, reason: reason ?? '' })
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        settle(event.currentTarget)
      }}
    >
      <fieldset className={classes.choices}>
        <legend>{t('choice')}</legend>
        <label>
          <input type="radio" name="chosen" value={bothKept} defaultChecked /> {t('keepBoth')}
        </label>
        {statements.map(({ source }) => (
          <label key={source}>
            <input type="radio" name="chosen" value={source} /> {t('takeThis')}: {source}
          </label>
        ))}
      </fieldset>
      <TextInput name="reason" label={t('reason')} required maxLength={500} />
      <Button
        type="submit"
        variant="default"
        disabled={act.isPending}
        loading={act.isPending && act.variables.act === 'settle' && act.variables.subject === subject}
      >
        {t('settle')}
      </Button>
    </form>
  )
}
