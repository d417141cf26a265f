// A remark beside any decision: for the desk, or for the author too where it says so.
import { Button, Checkbox, Textarea } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Contribution.module.css'

export const RemarkForm = ({ param }: { param: { id: string; ctb: string } }) => {
  const { t } = useTranslation('secretariat')
  const draft = useDraft(`remark.${param.ctb}`)
  const act = useAct(
    (json: { note: string; toAuthor: boolean }, key) =>
      api.conferences[':id'].contributions[':ctb'].remarks.$post({ param, json }, intent(key)),
    [conferenceKey(param.id)],
  )
  const shared = draft.value('toAuthor') === 'yes'
  return (
    <form
      className={classes.schedule}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ note: draft.value('note'), toAuthor: shared }, { onSuccess: draft.forget })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <Textarea
        {...draft.field('note')}
        label={t('review.remarkText')}
        required
        autosize
        minRows={1}
        maxLength={2000}
        error={act.error?.at('/note')}
      />
      <Checkbox
        label={t('review.toAuthor')}
        checked={shared}
        onChange={(event) => draft.fill({ toAuthor: event.currentTarget.checked ? 'yes' : '' })}
      />
      <Button type="submit" variant="default" loading={act.isPending}>
        {t('review.remark')}
      </Button>
    </form>
  )
}
