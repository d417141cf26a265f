// One directive among those of many conferences: from which, by when, whose, how far.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DirectiveTask } from '#functions/outcomes/progress.schema.ts'
import { day } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import { UnitName } from './OutcomeFacts.tsx'
import classes from './Outcomes.module.css'
import { ProgressFacts } from './ProgressFacts.tsx'
import { ProgressAct } from './ProgressForm.tsx'

type Props = { task: DirectiveTask; place: number; unitId?: string | undefined }

export const DirectiveTaskRow = ({ task, place, unitId }: Props) => {
  const { t } = useTranslation('outcomes')
  const { conferenceId, hostUnitId, ownerUnitIds, owners, dueOn } = task
  const may = useMay({ id: conferenceId, hostUnitId })
  return (
    <li className={classes.row}>
      <span className={classes.place}>{place}</span>
      <div className={classes.body}>
        <p className={classes.text}>{task.text}</p>
        <p className={classes.facts}>
          {ownerUnitIds.length > 0 ? (
            <span>
              {t('owners', { names: '' })}
              {ownerUnitIds.map((id, at) => (
                <b key={id}>
                  {at > 0 ? ', ' : ''}
                  <UnitName id={id} at={task.at} />
                </b>
              ))}
            </span>
          ) : null}
          {owners ? <span>{t('ownersPlain', { names: owners })}</span> : null}
          {dueOn ? <b>{t('due', { day: day(`${dueOn}T00:00:00+07:00`) })}</b> : null}
        </p>
        <ProgressFacts {...task} />
        <Link
          to="/conferences/$id/outcomes"
          params={{ id: conferenceId }}
          search={{ kind: 'directive' }}
          className={classes.from}
        >
          {task.title[0]}
        </Link>
        {may('directive:progress', unitId) ? <ProgressAct directive={task} unitId={unitId} /> : null}
      </div>
    </li>
  )
}
