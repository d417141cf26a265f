// One unit: what it has been called, under which units it has stood, what it came from and went into.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { civilDay } from '#functions/shared/time.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import back from '#web/ui/BackLink.module.css'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { oneUnit } from './directory-queries.ts'
import { Lineage } from './Lineage.tsx'
import { Spells } from './Spells.tsx'
import { UnitActs } from './UnitActs.tsx'
import { UnitLink } from './UnitLink.tsx'
import classes from './Units.module.css'
import './add-words.ts'

export const UnitPage = () => {
  const { t } = useTranslation('directory')
  const { unit: id } = useParams({ from: '/frame/units/$unit' })
  const writes = useHolds('administrator')
  const { data, error, refetch } = useQuery(oneUnit(id))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <Link to="/units">{t('title')}</Link>
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('title').toLocaleLowerCase()} />
  const { names, parent, parents, type, validFrom, validTo, email } = data
  const today = civilDay(new Date(serverNow()).toISOString())
  const span = { validFrom, ...(validTo ? { validTo } : {}) }
  return (
    <Page>
      <Link to="/units" className={back.back}>
        {t('title')}
      </Link>
      <PageHead title={names.at(-1)?.name ?? id} lead={t(`types.${type as UnitType}`)} />
      <Panel title={t('unit.names')} flush>
        <Spells
          head={t('column.name')}
          spells={names.map((spell) => ({ ...spell, shown: `${spell.name} (${spell.shortName})` }))}
        />
      </Panel>
      <Panel title={t('unit.parents')} flush>
        <Spells
          head={t('column.parent')}
          spells={(parents ?? [{ parent, ...span }]).map((spell) => ({
            ...spell,
            shown: spell.parent ? <UnitLink id={spell.parent} /> : t('unit.noParent'),
          }))}
        />
      </Panel>
      <Panel title={t('unit.lineage')}>
        <Lineage unit={data} />
      </Panel>
      {email ? (
        <Panel title={t('unit.mail')}>
          <p className={classes.stack}>{email}</p>
        </Panel>
      ) : null}
      {writes && (!validTo || validTo >= today) ? <UnitActs unit={data} /> : null}
    </Page>
  )
}
