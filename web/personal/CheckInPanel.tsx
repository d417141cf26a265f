// A delegate checks in with the code shown in the room, and sees whether the point has confirmed it.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Personal.module.css'
import type { Self } from './self.ts'

type Props = { self: Self; invitation: Invitation }

export const CheckInPanel = ({ self, invitation: { conference, checkIn, delegate } }: Props) => {
  const { t } = useTranslation('personal')
  // What was told in the rehearsal counts for nothing once the session has begun.
  const told = conference.state === 'in-session' && checkIn?.standing === 'rehearsal' ? undefined : checkIn
  return (
    <Panel title={t('checkIn.title')}>
      <div className={classes.stack}>
        {conference.state === 'open' ? <p className={classes.quiet}>{t('checkIn.rehearsal')}</p> : null}
        {told ? <Told checkIn={told} /> : null}
        {told && told.state !== 'rejected' ? null : <CodeForm self={self} name={`${delegate.id}.code`} />}
      </div>
    </Panel>
  )
}

const Told = ({ checkIn: { state, at, reason } }: { checkIn: NonNullable<Invitation['checkIn']> }) => {
  const { t } = useTranslation('personal')
  return (
    <p role="status" className={state === 'rejected' ? classes.warn : classes.good}>
      {t(`checkIn.${state}`, { at: hourMinute(at), reason: reason ?? '' })}
    </p>
  )
}

type CodeProps = {
  self: Self
  name: string
  /** Where the page has said already where the code is. */
  told?: boolean
}

export const CodeForm = ({ self, name, told = false }: CodeProps) => {
  const { t } = useTranslation('personal')
  const draft = useDraft(name)
  const act = useAct(
    async (code: string, key) => {
      await self.checkIn(code, key)
      // Here, for this form is gone once the claim is shown.
      draft.forget()
    },
    [self.key],
  )
  const code = draft.value('code').replaceAll(' ', '')
  const wrong = act.error?.slug === 'check-in-code-wrong' ? act.error.message : act.error?.at('/code')
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(code)
      }}
    >
      {act.error && !wrong ? <ProblemNote error={act.error} kept /> : null}
      <TextInput
        size="md"
        className={classes.code ?? ''}
        label={t('checkIn.code')}
        description={told ? undefined : t('checkIn.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        title={t('checkIn.codeWrong')}
        maxLength={6}
        required
        error={wrong}
        {...draft.field('code')}
      />
      <div className={classes.acts}>
        <Button type="submit" loading={act.isPending}>
          {t('checkIn.send')}
        </Button>
      </div>
    </form>
  )
}
