// Choosing files for a contribution: what is on its way, what is ready, what was not taken and why.
import { ActionIcon, Button, FileButton, Input, Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'
import '@mantine/core/styles/ActionIcon.css'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Files.module.css'
import type { Chosen, useUploads } from './useUploads.ts'

const accept = '.pdf,.docx,.odt'

export const FilesField = ({ uploads }: { uploads: ReturnType<typeof useUploads> }) => {
  const { t } = useTranslation()
  return (
    <Input.Wrapper
      labelElement="div"
      label={t('contribution.files')}
      description={t('contribution.filesHint')}
    >
      <div className={classes.choose}>
        <FileButton multiple accept={accept} disabled={uploads.full} onChange={uploads.add}>
          {(button) => (
            <Button {...button} variant="default" disabled={uploads.full}>
              {t('contribution.file.choose')}
            </Button>
          )}
        </FileButton>
      </div>
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
        {t(`contribution.file.${stage}`, { percent })}
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
      {problem ? <p className={classes.problem}>{problem.message}</p> : null}
    </li>
  )
}
