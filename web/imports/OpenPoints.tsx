// What the documents leave open, and where an entry ends: sealed, or withdrawn with a reason.
import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listNames } from '#functions/imports/schema.ts'
import type { ImportView } from '#functions/imports/views.schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Imports.module.css'
import type { useImportAct } from './import-queries.ts'

/** `/figures/0` is the first figure. */
const placeOf = (pointer: string) => {
  const [, name, at] = pointer.split('/')
  const list = listNames.find((one) => one === name)
  return list ? { part: list, n: Number(at ?? 0) + 1 } : { part: 'other' as const, n: 0 }
}

export const OpenPoints = ({ made: { missing, flags } }: { made: ImportView }) => {
  const { t } = useTranslation('imports')
  return (
    <>
      {missing.length > 0 ? (
        <Panel title={t('missingTitle')}>
          <ul className={classes.list}>
            {missing.map((part) => (
              <li key={part}>{t(`missing.${part}`)}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {flags.length > 0 ? (
        <Panel title={t('flagsTitle')}>
          <ul className={classes.list}>
            {flags.map(({ pointer, flag }) => {
              const { part, n } = placeOf(pointer)
              return (
                <li key={`${pointer} ${flag}`}>
                  {t(`part.${part}`, { n })}: {t(`flag.${flag}`)}
                </li>
              )
            })}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

export const Outcome = ({ made: { seal, withdrawn } }: { made: ImportView }) => {
  const { t } = useTranslation('imports')
  if (seal)
    return (
      <Link to="/archive/$record" params={{ record: seal.recordId }}>
        {t('openRecord')}
      </Link>
    )
  return withdrawn ? <p>{t('withdrawn', { reason: withdrawn.reason, by: withdrawn.by })}</p> : null
}

export const WithdrawImport = ({ act }: { act: ReturnType<typeof useImportAct> }) => {
  const { t } = useTranslation('imports')
  return (
    <Panel title={t('withdraw')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
          act.mutate({ act: 'withdraw', reason })
        }}
      >
        <TextInput name="reason" label={t('withdrawReason')} required maxLength={500} />
        <Button
          type="submit"
          variant="default"
          disabled={act.isPending}
          loading={act.isPending && act.variables.act === 'withdraw'}
        >
          {t('withdraw')}
        </Button>
      </form>
    </Panel>
  )
}
