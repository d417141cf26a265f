// Where a role is to hold: nothing to choose for the whole house, a unit, or one of one's conferences.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { conferenceOf, unitOf } from '#functions/grants/rules.ts'
import type { Role } from '#functions/grants/schema.ts'
import { myConferences } from '#web/conferences/list-queries.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { day } from '#web/lib/format.ts'
import { scopeKindOf } from './scope-kind.ts'

type Props = {
  role: Role
  value: string
  onChange: (scope: string) => void
  error?: string | undefined
}

export const ScopeField = ({ role, ...field }: Props) => {
  const { t } = useTranslation('grants')
  const kind = scopeKindOf(role)
  if (kind === 'everywhere') return <p>{t('give.everywhere')}</p>
  if (kind === 'conference') return <ConferenceField {...field} />
  const { value, onChange, error } = field
  return (
    <UnitField
      label={t('give.unit')}
      required
      error={error}
      value={unitOf(value) ?? ''}
      onChange={(id) => onChange(id ? `unit:${id}` : '')}
    />
  )
}

const ConferenceField = ({ value, onChange, error }: Omit<Props, 'role'>) => {
  const { t } = useTranslation('grants')
  const { data } = useQuery(myConferences)
  return (
    <NativeSelect
      label={t('give.conference')}
      required
      error={error}
      value={conferenceOf(value) ?? ''}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value ? `conference:${currentTarget.value}` : '')
      }
      data={[
        { value: '', label: t('give.choose') },
        ...(data?.items ?? []).map(({ id, title, startsAt }) => ({
          value: id,
          label: `${day(startsAt)} · ${title.join('; ')}`,
        })),
      ]}
    />
  )
}
