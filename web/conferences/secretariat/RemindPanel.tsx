// Reminds the units that owe an answer: how many they are is said before, how many were reminded after.
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { useMay } from '#web/lib/useMe.ts'
import form from '#web/ui/form.module.css'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Answers.module.css'

type Props = {
  conference: { id: string; hostUnitId: string; state: string }
  /** How many units owe an answer; undefined while not known. */
  owing: number | undefined
}

export const RemindPanel = ({ conference, owing = 0 }: Props) => {
  const { t } = useTranslation('secretariat')
  const name = `remind.${conference.id}`
  const [writing, setWriting] = useState(() => hasDraft(name))
  const draft = useDraft(name)
  const may = useMay(conference)('notice:remind')
  const remind = useAct(
    async (json: { note?: string }, key) =>
      (await api.conferences[':id'].remind.$post({ param: { id: conference.id }, json }, intent(key))).json(),
    [conferenceKey(conference.id)],
  )
  const timely = conference.state === 'scheduled' || conference.state === 'open'
  const close = () => {
    draft.forget()
    setWriting(false)
  }
  const send = () => {
    const note = draft.value('note')
    remind.mutate(note ? { note } : {}, { onSuccess: close })
  }
  if (!may || !timely) return may ? <p className={classes.quiet}>{t('answers.remindClosed')}</p> : null
  return (
    <>
      <p role="status" className={classes.quiet}>
        {remind.data
          ? t('answers.reminded', { count: remind.data.units, at: hourMinute(remind.data.at) })
          : ''}
      </p>
      {writing || owing === 0 ? null : (
        <MainAct onClick={() => setWriting(true)}>{t('answers.remind')}</MainAct>
      )}
      {writing ? (
        <Panel title={t('answers.remindMany', { count: owing })}>
          <form
            className={form.form}
            onSubmit={(event) => {
              event.preventDefault()
              send()
            }}
          >
            {remind.error ? <ProblemNote error={remind.error} kept /> : null}
            <p>{t('answers.remindWhom', { count: owing })}</p>
            <Textarea
              {...draft.field('note')}
              label={t('answers.remindNote')}
              autosize
              minRows={2}
              maxLength={1000}
              error={remind.error?.at('/note')}
            />
            <div className={form.acts}>
              <Button type="submit" loading={remind.isPending}>
                {t('answers.remindNow')}
              </Button>
              <CancelButton onClick={close} />
            </div>
          </form>
        </Panel>
      ) : null}
    </>
  )
}

const CancelButton = ({ onClick }: { onClick: () => void }) => {
  const { t } = useTranslation()
  return (
    <Button variant="subtle" onClick={onClick}>
      {t('common.cancel')}
    </Button>
  )
}
