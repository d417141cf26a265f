// What an administrator does with an account: mail a new first password, disable it at once, enable it again.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '#functions/accounts/schema.ts'
import { accounts, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonAct } from '#web/ui/ReasonAct.tsx'
import classes from './Account.module.css'
import { accountsKey } from './account-queries.ts'

const stale = [accountsKey, ['grants']]

const useAccountActs = (sub: string) => {
  const one = accounts[':sub']
  const param = { sub }
  return {
    remind: useAct((_: undefined, key) => one.remind.$post({ param }, intent(key)), stale),
    disable: useAct(
      (reason: string, key) => one.disable.$post({ param, json: { reason } }, intent(key)),
      stale,
    ),
    enable: useAct(
      (reason: string, key) => one.enable.$post({ param, json: { reason } }, intent(key)),
      stale,
    ),
  }
}

export const AccountActs = ({ account: { sub, state, email } }: { account: AccountView }) => {
  const { t } = useTranslation('accounts')
  const { remind, disable, enable } = useAccountActs(sub)
  return (
    <>
      <div className={classes.acts}>
        {state === 'invited' ? (
          <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate(undefined)}>
            {t('remind.act')}
          </Button>
        ) : null}
        {state === 'disabled' ? (
          <ReasonAct
            act={t('enable.act')}
            reason={t('enable.reason')}
            hint={t('enable.hint')}
            busy={enable.isPending}
            error={enable.error}
            onAct={enable.mutate}
          />
        ) : (
          <ReasonAct
            act={t('disable.act')}
            reason={t('disable.reason')}
            hint={t('disable.hint')}
            busy={disable.isPending}
            error={disable.error}
            onAct={disable.mutate}
          />
        )}
      </div>
      {remind.error ? <ProblemNote error={remind.error} /> : null}
      <p role="status" className={remind.isSuccess ? classes.told : undefined}>
        {remind.isSuccess ? t('remind.done', { email }) : ''}
      </p>
    </>
  )
}
