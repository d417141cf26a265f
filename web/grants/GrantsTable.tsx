// Grants with how each stands, those in force first; one that holds may be ended with its reason.
import { useTranslation } from 'react-i18next'
import type { ShownGrant } from '#functions/grants/giving.schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ReasonAct } from '#web/ui/ReasonAct.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import table from '#web/ui/table.module.css'
import { grantsKey } from './grant-queries.ts'
import { PersonName } from './PersonName.tsx'
import { ScopeName } from './ScopeName.tsx'

const tones: Record<ShownGrant['state'], Tone> = {
  'in-force': 'good',
  future: 'busy',
  ended: 'quiet',
  expired: 'quiet',
}

const places = ['in-force', 'future', 'expired', 'ended']

const inOrder = (a: ShownGrant, b: ShownGrant) =>
  places.indexOf(a.state) - places.indexOf(b.state) || (a.validFrom < b.validFrom ? 1 : -1)

type Props = { grants: readonly ShownGrant[]; mayEnd: boolean; whose: 'person' | 'scope' }

/** @param whose what all of them share, and no row says */
export const GrantsTable = ({ grants, mayEnd, whose }: Props) => {
  const { t } = useTranslation('grants')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.role')}</th>
          <th scope="col">{whose === 'person' ? t('column.scope') : t('column.person')}</th>
          <th scope="col">{t('column.span')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.act')}</th>
        </tr>
      </thead>
      <tbody>
        {grants.toSorted(inOrder).map((grant) => (
          <GrantRow key={grant.id} grant={grant} mayEnd={mayEnd} whose={whose} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { grant: ShownGrant } & Pick<Props, 'mayEnd' | 'whose'>

const GrantRow = ({ grant, mayEnd, whose }: RowProps) => {
  const { t } = useTranslation('grants')
  const { role, scope, personId, validFrom, validTo, state, ended, reason } = grant
  const why = ended?.reason ?? reason
  return (
    <tr>
      <td>{t(`role.${role}`)}</td>
      <td>{whose === 'person' ? <ScopeName scope={scope} /> : <PersonName id={personId} />}</td>
      <td>
        {moment(validFrom)} – {validTo ? moment(validTo) : t('noEnd')}
        {why ? <div className={table.quiet}>{why}</div> : null}
      </td>
      <td className={table.nowrap}>
        <StateChip tone={tones[state]}>{t(`state.${state}`)}</StateChip>
      </td>
      <td>{mayEnd && (state === 'in-force' || state === 'future') ? <End grant={grant} /> : null}</td>
    </tr>
  )
}

const End = ({ grant: { id } }: { grant: ShownGrant }) => {
  const { t } = useTranslation('grants')
  const act = useAct(
    (reason: string, key) => api.grants[':id'].end.$post({ param: { id }, json: { reason } }, intent(key)),
    [grantsKey],
  )
  return (
    <ReasonAct
      act={t('end.act')}
      small
      reason={t('end.reason')}
      hint={t('end.hint')}
      busy={act.isPending}
      error={act.error}
      onAct={act.mutate}
    />
  )
}
