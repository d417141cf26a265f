// A delegate's text is handed in: a new paper, or a new version of one that came back.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { intent } from '#web/lib/send.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import type { OpenLink } from './link-api.ts'
import classes from './Personal.module.css'

type Text = { title: string; text: string }
type Earlier = { id: string; title: string; version: number }
type Props = { link: OpenLink; draft: string; earlier?: Earlier; onDone: () => void }

/** A PUT needs no key: the version it brings lets it act once. */
const sending =
  ({ api }: OpenLink, earlier: Earlier | undefined) =>
  async (json: Text, key: string): Promise<unknown> =>
    earlier
      ? api.contributions[':ctb'].$put(
          { param: { ctb: earlier.id }, json },
          { headers: { 'if-match': `"${earlier.version}"` } },
        )
      : api.contributions.$post({ json }, intent(key))

export const PaperForm = ({ link, draft: name, earlier, onDone }: Props) => {
  const { t } = useTranslation('personal')
  const common = useTranslation().t
  const draft = useDraft(name, earlier ? { title: earlier.title } : {})
  const act = useAct(sending(link, earlier), [link.key])
  const leave = () => {
    draft.forget()
    onDone()
  }
  return (
    <form
      className={classes.stack}
      aria-label={t(earlier ? 'paper.rewrite' : 'paper.write')}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ title: draft.value('title'), text: draft.value('text') }, { onSuccess: leave })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      {earlier ? <p className={classes.quiet}>{t('paper.rewriteHint')}</p> : null}
      <TextInput
        size="md"
        label={common('contribution.title')}
        required
        maxLength={1000}
        error={act.error?.at('/title')}
        {...draft.field('title')}
      />
      <Textarea
        size="md"
        label={common('contribution.text')}
        description={common('contribution.textHint')}
        required
        rows={10}
        maxLength={100_000}
        error={act.error?.at('/text')}
        {...draft.field('text')}
      />
      <p className={classes.quiet}>{t('paper.filesHint')}</p>
      <div className={classes.acts}>
        <Button type="submit" loading={act.isPending}>
          {t(earlier ? 'paper.rewrite' : 'paper.write')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {common('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
