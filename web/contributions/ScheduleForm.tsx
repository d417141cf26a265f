// Puts a contribution on the agenda: under which item, and in which place among those there.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import classes from './Contribution.module.css'
import type { Step } from './perform-move.ts'

type Props = {
  conference: Conference
  contribution: Contribution
  busy: boolean
  onStep: (step: Step, done: () => void) => void
}

export const ScheduleForm = ({ conference, contribution, busy, onStep }: Props) => {
  const { t } = useTranslation('secretariat')
  const items = conference.agenda.filter(({ dropped }) => dropped === undefined)
  const usual = items.find(({ kind }) => kind === 'contributions') ?? items[0]
  const draft = useDraft(`schedule.${contribution.id}`, {
    item: contribution.agendaItem ?? usual?.id ?? '',
    order: contribution.order ? String(contribution.order) : '',
  })
  const send = () => {
    const order = Number(draft.value('order'))
    const place = order > 0 ? { order } : {}
    onStep({ move: 'schedule', agendaItem: draft.value('item'), ...place }, draft.forget)
  }
  return (
    <form
      className={classes.schedule}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <NativeSelect
        {...draft.field('item')}
        label={t('review.item')}
        data={items.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextInput
        {...draft.field('order')}
        label={t('review.order')}
        description={t('review.orderHint')}
        inputMode="numeric"
        pattern="[1-9][0-9]{0,2}"
      />
      <Button type="submit" variant="default" loading={busy}>
        {t(contribution.state === 'scheduled' ? 'review.reschedule' : 'review.schedule')}
      </Button>
    </form>
  )
}
