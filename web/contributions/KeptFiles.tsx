// The files of the version before, which a new one keeps unless they are left out.
import { ActionIcon } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fileSize } from '#web/lib/format.ts'
import classes from './Files.module.css'

type Props = {
  files: readonly { name: string; digest: string; bytes: number }[]
  onRemove: (digest: string) => void
}

export const KeptFiles = ({ files, onRemove }: Props) => {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('contribution.files')}>
      {files.map(({ name, digest, bytes }) => (
        <li key={digest} className={classes.chosen}>
          <span className={classes.name}>{name}</span>
          <span className={classes.stage}>{fileSize(bytes)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('contribution.file.remove', { name })}
            onClick={() => onRemove(digest)}
          >
            <IconX size={16} stroke={2} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
