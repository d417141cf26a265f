// What was reported, said or concluded, in the archivist's own words, and whose words they were.
import { NativeSelect, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entering.module.css'
import type { EntryProps } from './EntryFields.tsx'
import { useDesk } from './entering-context.ts'

const parts = ['report', 'speech', 'conclusion'] as const

export const ParagraphFields = ({ draft }: EntryProps) => {
  const { t } = useTranslation('entering')
  const { speakers } = useDesk()
  return (
    <>
      <div className={classes.two}>
        <NativeSelect
          {...draft.field('part')}
          label={t('field.paragraphPart')}
          description={t('field.paragraphPartHint')}
          error={draft.at('part')}
          data={parts.map((value) => ({ value, label: t(`paragraphPart.${value}`) }))}
        />
        <NativeSelect
          {...draft.field('by')}
          label={t('field.by')}
          description={t('field.byHint')}
          error={draft.at('by')}
          data={[
            { value: '', label: t('byNobody') },
            ...[...speakers].map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Textarea
        {...draft.field('text')}
        label={t('field.paragraph')}
        description={t('field.paragraphHint')}
        required
        autosize
        minRows={4}
        maxLength={5000}
        error={draft.at('text')}
      />
    </>
  )
}
