// Comments on paragraphs: said, answered by being dealt with; in the log, never in what is signed.
import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Block } from '#functions/minutes/schema.ts'
import type { Comment } from '#functions/minutes/workflow.schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { firstWords } from './chosen.rules.ts'
import classes from './Side.module.css'
import { commentsKey, commentsOf } from './work-queries.ts'

type Props = {
  conferenceId: string
  blocks: readonly Block[]
  chosen: Block | undefined
  mayComment: boolean
  onChoose: (block: string) => void
}

export const BlockComments = ({ conferenceId, blocks, chosen, mayComment, onChoose }: Props) => {
  const { t } = useTranslation('minutes')
  const { data, error, refetch } = useQuery(commentsOf(conferenceId))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('tab.comments')} rows={3} />
  const open = data.items.filter(({ resolved }) => !resolved)
  const resolved = data.items.filter((one) => one.resolved)
  const list = (items: readonly Comment[]) => (
    <ul className={classes.comments}>
      {items.map((comment) => (
        <One
          key={comment.id}
          conferenceId={conferenceId}
          comment={comment}
          block={blocks.find(({ id }) => id === comment.block)}
          mayResolve={mayComment}
          onChoose={onChoose}
        />
      ))}
    </ul>
  )
  return (
    <div className={classes.stack}>
      {mayComment && chosen ? (
        <NewComment key={chosen.id} conferenceId={conferenceId} block={chosen} />
      ) : null}
      {mayComment && !chosen ? <p className={classes.told}>{t('block.choose')}</p> : null}
      {open.length > 0 ? list(open) : <Empty title={t('comment.none')} hint={t('comment.noneHint')} />}
      {resolved.length > 0 ? (
        <details className={classes.resolved}>
          <summary>{t('comment.resolved', { count: resolved.length })}</summary>
          {list(resolved)}
        </details>
      ) : null}
    </div>
  )
}

const NewComment = ({ conferenceId, block }: { conferenceId: string; block: Block }) => {
  const { t } = useTranslation('minutes')
  const draft = useDraft(`comment.${conferenceId}.${block.id}`)
  const act = useAct(
    async (text: string, key): Promise<unknown> =>
      api.conferences[':id'].minutes.blocks[':block'].comments.$post(
        { param: { id: conferenceId, block: block.id }, json: { text } },
        intent(key),
      ),
    [commentsKey(conferenceId)],
  )
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(draft.value('text'), { onSuccess: draft.forget })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <blockquote className={classes.quote}>{firstWords(block)}</blockquote>
      <Textarea
        {...draft.field('text')}
        label={t('comment.new')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        error={act.error?.at('/text')}
      />
      <div>
        <Button type="submit" size="compact-sm" variant="default" loading={act.isPending}>
          {t('comment.send')}
        </Button>
      </div>
    </form>
  )
}

type OneProps = {
  conferenceId: string
  comment: Comment
  block: Block | undefined
  mayResolve: boolean
  onChoose: (block: string) => void
}

const One = ({ conferenceId, comment, block, mayResolve, onChoose }: OneProps) => {
  const { t } = useTranslation('minutes')
  const { id, text, by, at, resolved } = comment
  const act = useAct(
    async (comment: string, key): Promise<unknown> =>
      api.conferences[':id'].minutes.comments[':comment'].resolve.$post(
        { param: { id: conferenceId, comment } },
        intent(key),
      ),
    [commentsKey(conferenceId)],
  )
  return (
    <li>
      {block ? (
        <button type="button" className={classes.of} onClick={() => onChoose(block.id)}>
          {firstWords(block)}
        </button>
      ) : (
        <span className={classes.told}>{t('comment.gone')}</span>
      )}
      <p className={classes.said}>{text}</p>
      <span className={classes.told}>{t('comment.by', { name: by.name, at: moment(at) })}</span>
      {resolved ? (
        <span className={classes.told}>
          {t('comment.resolvedBy', { name: resolved.by.name, at: moment(resolved.at) })}
        </span>
      ) : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      {mayResolve && !resolved ? (
        <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate(id)}>
          {t('comment.resolve')}
        </Button>
      ) : null}
    </li>
  )
}
