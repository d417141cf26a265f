// Gives the register out as a table: as shown above, or the empty form for an import.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Units.module.css'
import type { UnitsShown } from './UnitsPage.tsx'

type Order = { format: 'xlsx' | 'csv'; template: boolean }

export const ExportUnits = ({ shown: { type, on } }: { shown: UnitsShown }) => {
  const { t } = useTranslation('directory')
  const act = useAct(async (order: Order, key) => {
    const part = { ...(on ? { on } : {}), ...(type ? { type: type as UnitType } : {}) }
    return (await api.units.exports.$post({ json: { ...order, ...part } }, intent(key))).json()
  }, [])
  return (
    <Panel title={t('export.title')}>
      <div className={classes.stack}>
        {act.error ? <ProblemNote error={act.error} /> : null}
        <div className={classes.acts}>
          <Button variant="default" onClick={() => act.mutate({ format: 'xlsx', template: false })}>
            {t('export.xlsx')}
          </Button>
          <Button variant="default" onClick={() => act.mutate({ format: 'csv', template: false })}>
            {t('export.csv')}
          </Button>
          <Button variant="subtle" onClick={() => act.mutate({ format: 'xlsx', template: true })}>
            {t('export.template')}
          </Button>
        </div>
        {act.data ? <JobProgress key={act.data.jobId} jobId={act.data.jobId} stale={[]} /> : null}
      </div>
    </Panel>
  )
}
