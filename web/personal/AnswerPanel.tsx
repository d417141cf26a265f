// A delegate answers the invitation: comes, does not come, or names another.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Personal.module.css'
import { SubstituteForm } from './SubstituteForm.tsx'
import type { OwnAnswer, Self } from './self.ts'

type Props = {
  self: Self
  invitation: Invitation
  /** Whether to answer is the page's main act. */
  main: boolean
}
type Doing = 'nothing' | 'choosing' | 'declining' | 'substituting'

export const AnswerPanel = ({ self, invitation, main }: Props) => {
  const { t } = useTranslation('personal')
  const { delegate } = invitation
  return (
    <Panel title={t('answer.title')}>
      <div className={classes.stack}>
        {delegate.state === 'withdrawn' ? (
          <Gone delegate={delegate} />
        ) : (
          <Answering self={self} invitation={invitation} main={main} />
        )}
      </div>
    </Panel>
  )
}

const Gone = ({ delegate: { substitutedBy } }: Pick<Invitation, 'delegate'>) => {
  const { t } = useTranslation('personal')
  return (
    <div role="status">
      <p>
        <b>{substitutedBy ? t('substitute.done', { name: substitutedBy }) : t('answer.withdrawn')}</b>
      </p>
      <p className={classes.quiet}>{t('answer.withdrawnHint')}</p>
    </div>
  )
}

const Answering = ({ self, invitation: { conference, delegate }, main }: Props) => {
  const { t } = useTranslation('personal')
  const substitution = `${delegate.id}.substitute`
  const first: Doing = delegate.answer === 'unanswered' ? 'choosing' : 'nothing'
  const [doing, setDoing] = useState<Doing>(hasDraft(substitution) ? 'substituting' : first)
  const act = useAct(self.answer, [self.key])
  const tell = (told: OwnAnswer, onDone?: () => void) =>
    act.mutate(told, {
      onSuccess: () => {
        onDone?.()
        setDoing('nothing')
      },
    })
  if (doing === 'substituting')
    return <SubstituteForm self={self} draft={substitution} onDone={() => setDoing(first)} />
  return (
    <>
      {act.error ? <ProblemNote error={act.error} kept={doing === 'declining'} /> : null}
      {delegate.answer === 'unanswered' ? (
        <p>{t('answer.ask')}</p>
      ) : (
        <p role="status">
          <b>{t(`answer.${delegate.answer}`)}</b>
        </p>
      )}
      {doing === 'declining' ? (
        <Declining
          draft={`${delegate.id}.decline`}
          busy={act.isPending}
          onSend={(note, onDone) => tell({ answer: 'declined', ...(note ? { note } : {}) }, onDone)}
          onCancel={() => setDoing(first)}
        />
      ) : null}
      {doing === 'nothing' || doing === 'choosing' ? (
        <div className={classes.acts}>
          {doing === 'choosing' ? (
            <Choices
              answer={delegate.answer}
              main={main}
              busy={act.isPending}
              onAccept={() => tell({ answer: 'accepted' })}
              onDecline={() => setDoing('declining')}
            />
          ) : (
            <Button variant="default" onClick={() => setDoing('choosing')}>
              {t('answer.change')}
            </Button>
          )}
          {conference.state === 'in-session' ? null : (
            <Button variant="default" onClick={() => setDoing('substituting')}>
              {t('substitute.act')}
            </Button>
          )}
        </div>
      ) : null}
    </>
  )
}

type ChoicesProps = {
  answer: string
  main: boolean
  busy: boolean
  onAccept: () => void
  onDecline: () => void
}

const Choices = ({ answer, main, busy, onAccept, onDecline }: ChoicesProps) => {
  const { t } = useTranslation('personal')
  return (
    <>
      {answer === 'accepted' ? null : (
        <Button variant={main ? 'filled' : 'default'} onClick={onAccept} loading={busy}>
          {t('answer.accept')}
        </Button>
      )}
      {answer === 'declined' ? null : (
        <Button variant="default" onClick={onDecline}>
          {t('answer.decline')}
        </Button>
      )}
    </>
  )
}

type DecliningProps = {
  draft: string
  busy: boolean
  onSend: (note: string, onDone: () => void) => void
  onCancel: () => void
}

const Declining = ({ draft: name, busy, onSend, onCancel }: DecliningProps) => {
  const { t } = useTranslation('personal')
  const common = useTranslation().t
  const draft = useDraft(name)
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(draft.value('note'), draft.forget)
      }}
    >
      <TextInput
        size="md"
        label={t('answer.note')}
        description={t('answer.noteHint')}
        maxLength={150}
        {...draft.field('note')}
      />
      <div className={classes.acts}>
        <Button type="submit" loading={busy}>
          {t('answer.sendDecline')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {common('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
