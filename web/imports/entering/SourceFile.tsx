// The file of a source: sent up and looked into as any file, a PDF; one that is there already stays by its hash.
import { ActionIcon, Button, FileButton, Input } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import files from '#web/contributions/Files.module.css'
import { type Stage, uploadFile } from '#web/contributions/upload-file.ts'
import { type ApiProblem, asProblem } from '#web/lib/problem.ts'
import type { EntryProps } from './EntryFields.tsx'
import { useDesk } from './entering-context.ts'

type Sending = { name: string; stage: Stage; percent: number }

const useSending = ({ draft }: EntryProps) => {
  const { hold } = useDesk().entering
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState<ApiProblem>()
  const send = async (file: File) => {
    setProblem(undefined)
    hold(1)
    try {
      const tell = (stage: Stage, percent: number) => setSending({ name: file.name, stage, percent })
      draft.fill({ file: await uploadFile(file, tell), fileName: file.name })
    } catch (error) {
      setProblem(asProblem(error))
    }
    hold(-1)
    setSending(undefined)
  }
  return { sending, problem, send }
}

export const SourceFile = ({ draft }: EntryProps) => {
  const { t } = useTranslation('entering')
  const common = useTranslation().t
  const { sending, problem, send } = useSending({ draft })
  const file = draft.value('file')
  const name = draft.value('fileName') || t('fileKept')
  return (
    <Input.Wrapper labelElement="div" label={t('field.file')} description={t('field.fileHint')}>
      <ul className={files.list}>
        {sending ? (
          <li className={files.chosen}>
            <span className={files.name}>{sending.name}</span>
            <span className={files.stage} role="status">
              {common(`contribution.file.${sending.stage}`, { percent: sending.percent })}
            </span>
          </li>
        ) : null}
        {file ? (
          <li className={files.chosen}>
            <span className={files.name}>{name}</span>
            <span className={files.stage}>{common('contribution.file.ready')}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={common('contribution.file.remove', { name })}
              onClick={() => draft.fill({ file: '', fileName: '' })}
            >
              <IconX size={16} stroke={2} aria-hidden="true" />
            </ActionIcon>
          </li>
        ) : null}
        {problem ? <li className={files.problem}>{problem.message}</li> : null}
        {draft.at('file') ? <li className={files.problem}>{draft.at('file')}</li> : null}
      </ul>
      {file || sending ? null : (
        <div className={files.choose}>
          <FileButton accept=".pdf" onChange={(chosen) => (chosen ? void send(chosen) : undefined)}>
            {(button) => (
              <Button {...button} variant="default">
                {t('field.chooseFile')}
              </Button>
            )}
          </FileButton>
        </div>
      )}
    </Input.Wrapper>
  )
}
