// Gives the register out as a table: as shown above, or the empty form for an import.
import { useTranslation } from 'react-i18next'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { api, intent } from '#web/lib/api.ts'
import { Panel } from '#web/ui/Panel.tsx'
import type { UnitsShown } from './UnitsPage.tsx'

export const ExportUnits = ({ shown: { type, on } }: { shown: UnitsShown }) => {
  const { t } = useTranslation('directory')
  const part = { ...(on ? { on } : {}), ...(type ? { type: type as UnitType } : {}) }
  const order = (format: 'xlsx' | 'csv', template = false) => ({ format, template, ...part })
  return (
    <Panel title={t('export.title')}>
      <MakeFile
        choices={[
          { order: order('xlsx'), label: t('export.xlsx') },
          { order: order('csv'), label: t('export.csv') },
          { order: order('xlsx', true), label: t('export.template'), quiet: true },
        ]}
        start={async (json, key) => (await api.units.exports.$post({ json }, intent(key))).json()}
      />
    </Panel>
  )
}
