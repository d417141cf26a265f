// Choosing files for a contribution: what is on its way, what is ready, what was not taken and why.
import { ActionIcon, Input, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Files.module.css'
import type { Chosen, useUploads } from './useUploads.ts'

const accept = '.pdf,.docx,.odt'

export const FilesField = ({ uploads }: { uploads: ReturnType<typeof useUploads> }) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Input.Wrapper id={id} label={t('contribution.files')} description={t('contribution.filesHint')}>
      <input
        id={id}
        className={classes.choose}
        type="file"
        multiple
        accept={accept}
        disabled={uploads.full}
        onChange={({ currentTarget }) => {
          if (currentTarget.files) uploads.add(currentTarget.files)
          currentTarget.value = ''
        }}
      />
      <ul className={classes.list}>
        {uploads.files.map((file) => (
          <ChosenFile key={file.key} file={file} onRemove={() => uploads.remove(file.key)} />
        ))}
      </ul>
    </Input.Wrapper>
  )
}

const ChosenFile = ({ file, onRemove }: { file: Chosen; onRemove: () => void }) => {
  const { t } = useTranslation()
  const { name, stage, percent, problem } = file
  return (
    <li className={classes.chosen}>
      <span className={classes.name}>{name}</span>
      <span className={classes.stage} role="status">
        {problem?.message ?? t(`contribution.file.${stage}`, { percent })}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('contribution.file.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={2} aria-hidden="true" />
      </ActionIcon>
      {stage === 'sending' ? (
        <Progress className={classes.progress} value={percent} size="xs" aria-label={name} />
      ) : null}
    </li>
  )
}
