// A search field; `/` puts the cursor here.
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

type Props = { label: string; value: string; onChange: (value: string) => void }

export const SearchField = ({ label, value, onChange }: Props) => (
  <TextInput
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    leftSection={<IconSearch size={16} stroke={1.8} aria-hidden="true" />}
    className="no-print"
    maw={420}
    data-search
  />
)
