// Whoever keeps the delegation hands a delegate their personal link, or takes it back. Each showing is logged.
import { Button, CopyButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './PersonalLink.module.css'
import '#web/personal/add-words.ts'

type Param = { id: string; point: string; delegate: string }
type Props = { param: Param; display: string }

const one = api.conferences[':id']['bridge-points'][':point'].delegates[':delegate']['personal-link']

export const PersonalLink = ({ param, display }: Props) => {
  const { t } = useTranslation('personal')
  const issue = useAct(async (_: null, key) => (await one.$post({ param }, intent(key))).json(), [])
  const revoke = useAct((_: null, key) => one.revoke.$post({ param }, intent(key)), [])
  const close = () => {
    issue.reset()
    revoke.reset()
  }
  const error = issue.error ?? revoke.error
  if (!issue.data)
    return (
      <div className={classes.closed}>
        <Button
          variant="subtle"
          size="sm"
          aria-label={t('issue.actFor', { name: display })}
          loading={issue.isPending}
          onClick={() => issue.mutate(null)}
        >
          {t('issue.act')}
        </Button>
        {error ? <ProblemNote error={error} /> : null}
      </div>
    )
  return (
    <section className={classes.open} aria-label={t('issue.actFor', { name: display })}>
      {error ? <ProblemNote error={error} /> : null}
      {revoke.isSuccess ? (
        <p role="status">{t('issue.revoked')}</p>
      ) : (
        <>
          <Address url={issue.data.url} />
          <p className={classes.warn}>{t('issue.warn')}</p>
        </>
      )}
      <div className={classes.acts}>
        {revoke.isSuccess ? null : <Revoking busy={revoke.isPending} onRevoke={() => revoke.mutate(null)} />}
        <Button variant="subtle" onClick={close}>
          {t('issue.close')}
        </Button>
      </div>
    </section>
  )
}

const Address = ({ url }: { url: string }) => {
  const { t } = useTranslation('personal')
  return (
    <div className={classes.address}>
      <TextInput
        label={t('issue.address')}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant={copied ? 'default' : 'filled'} onClick={copy} aria-live="polite">
            {t(copied ? 'issue.copied' : 'issue.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}

/** The delegate may be using it: it is asked once more. */
const Revoking = ({ busy, onRevoke }: { busy: boolean; onRevoke: () => void }) => {
  const { t } = useTranslation('personal')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('issue.revoke')}
      </Button>
    )
  return (
    <>
      <p>{t('issue.revokeAsk')}</p>
      <Button loading={busy} onClick={onRevoke}>
        {t('issue.revokeNow')}
      </Button>
    </>
  )
}
