// Somebody who was there: of the directory, as the source names them that day, and what they did.
import { Checkbox, TextInput } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { NewPerson } from '#web/directory/NewPerson.tsx'
import { PersonField } from '#web/directory/PersonField.tsx'
import { useHolds } from '#web/lib/useHolds.ts'
import { listIn } from '#web/outcomes/outcome-fields.ts'
import classes from './Entering.module.css'
import type { EntryProps } from './EntryFields.tsx'
import { roles } from './EntryWords.tsx'

export const PersonFields = ({ draft }: EntryProps) => {
  const { t } = useTranslation('entering')
  const mayEnter = useHolds('administrator')
  const choose = (personId: string) => draft.fill({ personId })
  return (
    <>
      <PersonField
        name={draft.field('personId').name}
        label={t('field.person')}
        description={mayEnter ? t('field.personHint') : t('field.personAskHint')}
        required
        value={draft.value('personId')}
        error={draft.at('personId')}
        onChange={choose}
      />
      {mayEnter ? <NewPerson onEntered={choose} /> : null}
      <TextInput
        {...draft.field('said')}
        label={t('field.said')}
        description={t('field.saidHint')}
        maxLength={300}
        error={draft.at('said')}
      />
      <Checkbox.Group
        label={t('field.roles')}
        required
        value={listIn(draft.value('roles'))}
        error={draft.at('roles')}
        onChange={(chosen) => draft.fill({ roles: chosen.join(' ') })}
      >
        <div className={classes.boxes}>
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={t(`role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}
