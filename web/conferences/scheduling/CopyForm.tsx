// A draft like a template or another conference: only its start is asked, everything else is taken over and can be edited.
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct } from '#web/lib/useAct.ts'
import { instantOf } from '#web/lib/when.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { WhenField } from '#web/ui/when/WhenField.tsx'
import { myConferences } from '../list-queries.ts'
import type { DraftProps } from './BlankForm.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { makeCopy } from './make-draft.ts'
import { blankPlan, titleParts } from './plan.ts'
import classes from './scheduling.module.css'
import { useMade } from './useMade.ts'

export const CopyForm = ({ source, kept, keep, forget }: DraftProps & { source: string }) => {
  const { t } = useTranslation('scheduling')
  const act = useAct(makeCopy, [myConferences.queryKey])
  const form = useFocusFirst(act.error)
  const done = useMade(forget)
  const starts = kept.starts ?? blankPlan.starts
  const title = titleParts(kept.copyTitle ?? '')
  return (
    <form
      ref={form}
      aria-label={t('new.title')}
      onSubmit={(event) => {
        event.preventDefault()
        const told = { source, startsAt: instantOf(starts) ?? '', ...(title.length > 0 ? { title } : {}) }
        act.mutate(told, { onSuccess: done })
      }}
    >
      <Panel title={t('new.facts')}>
        <div className={classes.form}>
          {act.error ? <ProblemNote error={act.error} kept /> : null}
          <p className={classes.quiet}>{t('new.copyHint')}</p>
          <WhenField
            label={t('field.starts')}
            name="/startsAt"
            required
            value={starts}
            error={errorAt(act.error, '/startsAt')}
            onChange={(next) => keep({ starts: next })}
          />
          <Textarea
            name="/title"
            label={t('new.copyTitle')}
            description={t('new.copyTitleHint')}
            rows={3}
            maxLength={1100}
            value={kept.copyTitle ?? ''}
            error={errorAt(act.error, '/title')}
            onChange={(event) => keep({ copyTitle: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <MainAct busy={act.isPending} onClick={() => form.current?.requestSubmit()}>
        {t('new.save')}
      </MainAct>
      <Button type="submit" variant="default" mt={16} loading={act.isPending}>
        {t('new.save')}
      </Button>
    </form>
  )
}
