// Who carries a directive out: units found in the directory, and words for others; words that name a unit can be linked.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { civilDay } from '#functions/shared/time.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { useUnitName } from '#web/lib/useUnitName.ts'
import type { FieldsProps } from './OutcomeFields.tsx'
import classes from './Outcomes.module.css'
import { listIn } from './outcome-fields.ts'
import { type Suggestion, unitsNamedIn, withoutPart } from './owners.ts'

export const OwnersField = ({ conference, draft, at }: Omit<FieldsProps, 'citations'>) => {
  const { t } = useTranslation('outcomes')
  const { data: board } = useQuery({ ...boardOf(conference.id ?? ''), enabled: conference.id !== undefined })
  const units = listIn(draft.value('ownerUnitIds'))
  const owners = draft.value('owners')
  const known = unitsNamedIn(owners, board?.items ?? [])
  const listed = (ids: string[]) => [...new Set(ids)].join(' ')
  const link = ({ unitId, part }: Suggestion) =>
    draft.fill({ ownerUnitIds: listed([...units, unitId]), owners: withoutPart(owners, part) })
  return (
    <>
      <UnitField
        key={units.length}
        label={t('field.ownerUnits')}
        description={t('field.ownerUnitsHint')}
        value=""
        onChange={(id) => (id ? draft.fill({ ownerUnitIds: listed([...units, id]) }) : undefined)}
        on={civilDay(conference.startsAt)}
        error={at('/ownerUnitIds')}
      />
      {units.length > 0 ? (
        <ul className={classes.owners}>
          {units.map((id) => (
            <Owner
              key={id}
              id={id}
              at={conference.startsAt}
              onRemove={() => draft.fill({ ownerUnitIds: units.filter((unit) => unit !== id).join(' ') })}
            />
          ))}
        </ul>
      ) : null}
      <TextInput
        {...draft.field('owners')}
        label={t('field.owners')}
        description={t('field.ownersHint')}
        maxLength={500}
        error={at('/owners')}
      />
      {known.length > 0 ? (
        <div className={classes.acts}>
          <span className={classes.quiet}>{t('field.suggested')}</span>
          {known.map((suggestion) => (
            <Button
              key={suggestion.unitId}
              size="compact-sm"
              variant="default"
              onClick={() => link(suggestion)}
            >
              {t('field.suggest', { name: suggestion.name })}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}

const Owner = ({ id, at, onRemove }: { id: string; at: string; onRemove: () => void }) => {
  const { t } = useTranslation('outcomes')
  const name = useUnitName(id, at)
  return (
    <li>
      {name}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('field.removeOwner', { name })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={2} aria-hidden="true" />
      </ActionIcon>
    </li>
  )
}
