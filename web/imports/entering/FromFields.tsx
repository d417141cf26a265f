// Which source says so, and where in it.
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entering.module.css'
import type { EntryProps } from './EntryFields.tsx'
import { useDesk } from './entering-context.ts'

export const FromFields = ({ draft }: EntryProps) => {
  const { t } = useTranslation('entering')
  const { sources } = useDesk().entering.form.lists
  const chosen = draft.value('fromSource')
  const isKnown = sources.some(({ key }) => key === chosen)
  return (
    <div className={classes.two}>
      <NativeSelect
        {...draft.field('fromSource')}
        value={isKnown ? chosen : ''}
        label={t('field.from')}
        description={t('field.fromHint')}
        required
        error={isKnown ? draft.at('fromSource') : t('refused.source-unknown')}
        data={[
          ...(isKnown ? [] : [{ value: '', label: t('chooseSource') }]),
          ...sources.map(({ key, fields }, at) => ({
            value: key,
            label: `${at + 1}. ${fields.title?.trim() || t('noText')}`,
          })),
        ]}
      />
      <TextInput
        {...draft.field('fromPlace')}
        label={t('field.place')}
        description={t('field.placeHint')}
        maxLength={100}
        error={draft.at('fromPlace')}
      />
    </div>
  )
}
