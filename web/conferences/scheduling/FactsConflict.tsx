// Two people edit one conference: what the other changed, and whose is to stand.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import { instantOf, inWords } from '#web/lib/when.ts'
import notes from '#web/ui/Note.module.css'
import { type PlanField, planOf } from './plan.ts'
import classes from './scheduling.module.css'
import type { useEditing } from './useEditing.ts'

/** How a field stands now, in words. */
const useStanding = (conference: Conference) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const plan = planOf(conference)
  const when = (field: 'starts' | 'ends' | 'due') => {
    const instant = instantOf(plan[field])
    return instant ? inWords(currentLanguage(), instant) : t('conflict.none')
  }
  const words: Record<PlanField, string> = {
    host: conference.hostUnitId,
    title: conference.title.join('; '),
    level: t(`level.${conference.level}`),
    form: common(`form.${conference.form}`),
    classification: common(`classification.${conference.classification}`),
    venue: conference.venue,
    starts: when('starts'),
    ends: when('ends'),
    due: when('due'),
    chairs: conference.chairs.map(({ display }) => display).join('; ') || t('conflict.none'),
    deputy: conference.deputyChair?.display ?? t('conflict.none'),
    secretary: conference.secretary?.display ?? t('conflict.none'),
  }
  return (field: PlanField) => words[field]
}

type Props = { conference: Conference; editing: ReturnType<typeof useEditing> }

export const FactsConflict = ({ conference, editing }: Props) => {
  const { t } = useTranslation('scheduling')
  const standing = useStanding(conference)
  return (
    <div className={notes.note} data-tone="problem" role="alert">
      <p className={notes.what}>{t('conflict.title')}</p>
      <p>{t('conflict.hint')}</p>
      <ul className={classes.changes}>
        {editing.theirs.map((field) => (
          <li key={field}>
            {t(`field.${field}`)}: <b>{standing(field)}</b>
          </li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={editing.keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={editing.forget}>
          {t('conflict.theirs')}
        </Button>
      </div>
    </div>
  )
}
