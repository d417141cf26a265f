// What is wrong at a point: the faults that are open, one button to report each kind, one to say that it is put right.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import type { FaultKind } from '#functions/bridge-points/stored.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { type Pending, useDo, usePending } from '#web/lib/outbox/useOutbox.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { Unsent } from '#web/ui/Unsent.tsx'
import classes from './Point.module.css'
import './operator/add-words.ts'

const kinds = ['picture', 'sound', 'link'] as const satisfies FaultKind[]
type Open = PointDetail['faults'][number]

type Props = { point: PointDetail; canAct: boolean; dataUpdatedAt: number }

export const FaultsPanel = ({ point, canAct, dataUpdatedAt }: Props) => {
  const { t } = useTranslation()
  const place = { conferenceId: point.conferenceId, pointId: point.id }
  const add = useDo(place)
  const reported = usePending(place, ['fault'], dataUpdatedAt)
  const ended = usePending(place, ['fault-end'], dataUpdatedAt).map(({ act }) => act.fault)
  const open = point.faults.filter(({ id }) => !ended.includes(id))
  return (
    <Panel title={t('fault.title')}>
      {open.length + reported.length === 0 ? <p>{t('fault.none')}</p> : null}
      <ul className={classes.holders}>
        {open.map((fault) => (
          <OpenFault
            key={fault.id}
            fault={fault}
            onEnd={canAct ? () => void add({ kind: 'fault-end', fault: fault.id, told: {} }) : undefined}
          />
        ))}
        {reported
          .filter(({ act }) => !open.some(({ kind }) => kind === act.told.kind))
          .map((one) => (
            <Reported key={one.key} report={one} />
          ))}
      </ul>
      {canAct ? (
        <Reporting
          name={`fault.${point.conferenceId}.${point.id}`}
          kinds={kinds.filter(
            (kind) => ![...open, ...reported.map(({ act }) => act.told)].some((one) => one.kind === kind),
          )}
          onReport={(kind, note) => void add({ kind: 'fault', told: note ? { kind, note } : { kind } })}
        />
      ) : null}
    </Panel>
  )
}

const OpenFault = ({ fault, onEnd }: { fault: Open; onEnd: (() => void) | undefined }) => {
  const { t } = useTranslation()
  const { kind, openedAt, by, note } = fault
  return (
    <li>
      <span>
        <b className={classes.kind}>{t(`fault.kind.${kind}`)}</b>,{' '}
        {t('fault.since', { at: hourMinute(openedAt), by })}
        {note ? `: ${note}` : ''}
      </span>
      {onEnd ? (
        <Button variant="default" onClick={onEnd}>
          {t('fault.end')}
        </Button>
      ) : null}
    </li>
  )
}

const Reported = ({ report: { act, unsent } }: { report: Pending<'fault'> }) => {
  const { t } = useTranslation()
  const { told } = act
  return (
    <li>
      <span>
        <b className={classes.kind}>{t(`fault.kind.${told.kind}`)}</b>
        {told.note ? `: ${told.note}` : ''}
      </span>
      {unsent ? <Unsent /> : null}
    </li>
  )
}

type ReportingProps = {
  name: string
  kinds: readonly FaultKind[]
  onReport: (kind: FaultKind, note: string) => void
}

const Reporting = ({ name, kinds, onReport }: ReportingProps) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  const draft = useDraft(name)
  if (kinds.length === 0) return null
  return (
    <>
      <TextInput
        className={classes.note ?? ''}
        label={say('fault.note')}
        maxLength={500}
        {...draft.field('note')}
      />
      <div className={classes.acts}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            onClick={() => {
              onReport(kind, draft.value('note'))
              draft.forget()
            }}
          >
            {t(`fault.report.${kind}`)}
          </Button>
        ))}
      </div>
    </>
  )
}
