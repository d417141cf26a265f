// A document the facts were read in: what it is, who published it when, where it lies, and its file.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entering.module.css'
import type { EntryProps } from './EntryFields.tsx'
import { SourceFile } from './SourceFile.tsx'

export const SourceFields = ({ draft }: EntryProps) => {
  const { t } = useTranslation('entering')
  return (
    <>
      <TextInput
        {...draft.field('title')}
        label={t('field.sourceTitle')}
        description={t('field.sourceTitleHint')}
        required
        maxLength={500}
        error={draft.at('title')}
      />
      <div className={classes.two}>
        <TextInput
          {...draft.field('publisher')}
          label={t('field.publisher')}
          description={t('field.publisherHint')}
          maxLength={300}
          error={draft.at('publisher')}
        />
        <TextInput
          {...draft.field('publishedOn')}
          label={t('field.publishedOn')}
          description={t('field.publishedOnHint')}
          maxLength={20}
          autoComplete="off"
          error={draft.at('publishedOn')}
        />
      </div>
      <TextInput
        {...draft.field('url')}
        label={t('field.url')}
        type="url"
        maxLength={1000}
        error={draft.at('url')}
      />
      <SourceFile draft={draft} />
    </>
  )
}
