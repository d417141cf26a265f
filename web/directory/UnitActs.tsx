// What changes a unit from a day on: another name, another unit above, its end, another unit merged into it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { ShownUnit } from '#functions/directory/schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { UnitChangeForm } from './UnitChangeForm.tsx'
import classes from './Units.module.css'
import { type UnitChange, unitChanges } from './unit-changes.ts'

export const UnitActs = ({ unit }: { unit: z.infer<typeof ShownUnit> }) => {
  const { t } = useTranslation('directory')
  const [change, setChange] = useState<UnitChange>()
  const [done, setDone] = useState(false)
  const choose = (next: UnitChange) => {
    setDone(false)
    setChange(next)
  }
  return (
    <Panel title={t('unit.acts')}>
      <div className={classes.stack}>
        <div className={classes.acts}>
          {unitChanges.map((one) => (
            <Button key={one} variant="default" aria-pressed={change === one} onClick={() => choose(one)}>
              {t(`unit.${one}`)}
            </Button>
          ))}
        </div>
        {change ? (
          <UnitChangeForm
            key={change}
            unit={unit}
            change={change}
            onDone={() => {
              setChange(undefined)
              setDone(true)
            }}
            onLeave={() => setChange(undefined)}
          />
        ) : null}
        <p role="status">{done ? t('unit.done') : ''}</p>
      </div>
    </Panel>
  )
}
