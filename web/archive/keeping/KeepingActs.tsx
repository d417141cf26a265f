// What the archivist may decide about a record: a hold and its end, another class.
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type KeepingClass, keepingClasses } from '#functions/archive/keeping.data.ts'
import type { Keeping } from '#functions/archive/keeping.schema.ts'
import { archive, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ReasonAct } from '#web/ui/ReasonAct.tsx'
import classes from '../Record.module.css'

type Props = { record: string; keeping: Keeping }

const every = Object.keys(keepingClasses) as KeepingClass[]

export const KeepingActs = ({ record, keeping }: Props) => {
  const { t } = useTranslation('keeping')
  const verb = keeping.held ? 'lift' : 'hold'
  const act = useAct(
    async (reason: string, key) => {
      const order = { param: { record }, json: { reason } }
      const path = archive[':record'].hold
      return (await (keeping.held ? path.lift : path).$post(order, intent(key))).json()
    },
    [['archive', 'sheet', record]],
  )
  return (
    <div className={classes.side}>
      <ReasonAct
        key={verb}
        act={t(verb)}
        reason={t(`${verb}Reason`)}
        most={1000}
        busy={act.isPending}
        error={act.error}
        onAct={act.mutate}
      />
      <Reclassify record={record} keeping={keeping} />
    </div>
  )
}

const Reclassify = ({ record, keeping }: Props) => {
  const { t } = useTranslation('keeping')
  const others = every.filter((one) => one !== keeping.class)
  const [chosen, setChosen] = useState<string>()
  const wanted = others.find((one) => one === chosen) ?? others[0] ?? 'permanent'
  const act = useAct(
    async (input: { class: KeepingClass; reason: string }, key) =>
      (await archive[':record'].retention.$post({ param: { record }, json: input }, intent(key))).json(),
    [['archive', 'sheet', record]],
  )
  return (
    <>
      <NativeSelect
        label={t('newClass')}
        value={wanted}
        data={others.map((value) => ({ value, label: t(`ofClass.${value}`) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <ReasonAct
        act={t('reclassify')}
        reason={t('reclassifyReason')}
        hint={t('reclassifyHint')}
        most={1000}
        busy={act.isPending}
        error={act.error}
        onAct={(reason, done) => act.mutate({ class: wanted, reason }, done)}
      />
    </>
  )
}
