// A field in which one types some words and chooses one of what they find; what was chosen stays shown by its name.
import { Select, type SelectProps } from '@mantine/core'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/CloseButton.css'
import { useTranslation } from 'react-i18next'
import classes from './Finder.module.css'
import './add-words.ts'

export type Option = { value: string; label: string; note?: string | undefined }

export type FinderProps = Pick<
  SelectProps,
  'label' | 'description' | 'required' | 'error' | 'disabled' | 'size' | 'name'
> & {
  /** The id chosen; empty when none is. */
  value: string
  onChange: (value: string) => void
}

type Props = FinderProps & {
  options: readonly Option[]
  sought: string
  onSeek: (sought: string) => void
  waiting: boolean
}

/** The server finds: what it answers is offered as it is. */
const asFound: SelectProps['filter'] = ({ options }) => options

export const Finder = ({ value, onChange, options, sought, onSeek, waiting, ...field }: Props) => {
  const { t } = useTranslation('directory')
  const notes = new Map(options.map((option) => [option.value, option.note]))
  return (
    <Select
      {...field}
      searchable
      clearable
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? '')}
      data={options.map(({ value, label }) => ({ value, label }))}
      filter={asFound}
      searchValue={sought}
      onSearchChange={onSeek}
      nothingFoundMessage={waiting ? t('field.seeking') : t('field.nothing')}
      clearButtonProps={{ 'aria-label': t('field.clear') }}
      comboboxProps={{ withinPortal: false }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          {notes.get(option.value) ? <span className={classes.note}>{notes.get(option.value)}</span> : null}
        </span>
      )}
    />
  )
}
