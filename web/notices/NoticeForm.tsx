// Says something to all points: what is typed is kept until it is sent; that it went to all is said before.
import { Button, Checkbox, Textarea } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Notices.module.css'

export const NoticeForm = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('secretariat')
  const draft = useDraft(`notice.${conferenceId}`)
  const [urgent, setUrgent] = useState(false)
  const post = useAct(
    (json: { text: string; weight: 'usual' | 'urgent' }, key) =>
      api.conferences[':id'].notices.$post({ param: { id: conferenceId }, json }, intent(key)),
    [conferenceKey(conferenceId)],
  )
  const send = () =>
    post.mutate(
      { text: draft.value('text'), weight: urgent ? 'urgent' : 'usual' },
      {
        onSuccess: () => {
          draft.forget()
          setUrgent(false)
        },
      },
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {post.error ? <ProblemNote error={post.error} kept /> : null}
      <Textarea
        {...draft.field('text')}
        label={t('notice.text')}
        placeholder={t('notice.example')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        error={post.error?.at('/text')}
      />
      <div className={classes.acts}>
        <Checkbox
          label={t('notice.markUrgent')}
          checked={urgent}
          onChange={(event) => setUrgent(event.currentTarget.checked)}
        />
        <Button type="submit" variant="default" loading={post.isPending}>
          {t('notice.send')}
        </Button>
      </div>
      <p role="status" className={classes.status}>
        {post.isSuccess ? t('notice.sent') : ''}
      </p>
    </form>
  )
}
