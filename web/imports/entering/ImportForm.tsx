// The form of a past conference: its sections one at a time, beside them what is open; saved as a whole.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#functions/imports/held.rules.ts'
import { civilDay } from '#functions/shared/time.ts'
import { ApiProblem } from '#web/lib/problem.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Conflict } from './Conflict.tsx'
import { Contents } from './Contents.tsx'
import { Discard } from './Discard.tsx'
import classes from './Entering.module.css'
import { DeskProvider } from './entering-context.ts'
import { findingsOf } from './findings.ts'
import { type Form, sections } from './form.ts'
import { heldOf, publishedOf } from './held-fields.ts'
import { SectionPanel } from './SectionPanel.tsx'
import { type Entering, type Standing, useEntering } from './useEntering.ts'
import { useOpened } from './useOpened.ts'
import { useSaveImport } from './useSaveImport.ts'
import { useSpeakerNames } from './useSpeakerNames.ts'

type Props = { id?: string; standing: Standing }

/** Units bear their names of the conference's day; where that is not known, of the day it was reported. */
const dayFor = (form: Form, today: string): string => {
  const published = publishedOf(form)
  const reported = published ? `${published}-01-01`.slice(0, 10) : today
  const day = dayOf(heldOf(form)) ?? reported
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : today
}

/** What belongs to a field is said there; the rest here. */
const besideFields = ({ slug, status, message, requestId, errors }: ApiProblem) =>
  new ApiProblem(slug, status, {
    title: message,
    ...(requestId ? { requestId } : {}),
    errors: errors.filter(({ pointer }) => pointer === ''),
  })

const useSaving = (id: string | undefined, entering: Entering) => {
  const { form, base, tried, leave } = entering
  const navigate = useNavigate()
  const save = useSaveImport(id, entering)
  const send = () =>
    save.mutate(
      { form, base, tried },
      {
        onSuccess: (made) => {
          const to = leave(made) ? '/archive/imports/$import/edit' : '/archive/imports/$import'
          void navigate({ to, params: { import: made } })
        },
      },
    )
  return { save, send }
}

export const ImportForm = ({ id, standing }: Props) => {
  const { t } = useTranslation('entering')
  const entering = useEntering(id, standing)
  const { form, theirs, dirty, sending } = entering
  const { save, send } = useSaving(id, entering)
  const [said, say] = useState('')
  const [chosenDay, setOn] = useState<string>()
  const today = civilDay(new Date(serverNow()).toISOString())
  const opened = useOpened(
    form,
    save.error,
    id ? {} : { section: 'sources', key: form.lists.sources[0]?.key },
  )
  const findings = findingsOf(form, today)
  const speakers = useSpeakerNames(form.lists.persons)
  const on = (dayOf(heldOf(form)) ? undefined : chosenDay) ?? dayFor(form, today)
  const discard = () => {
    entering.forget()
    save.reset()
  }
  // Another's change is told of below, once it is read.
  const isTold =
    save.error?.slug === 'stale-version' && save.variables?.base.version !== entering.base.version
  const isBlocked = theirs.length > 0 || sending || (id !== undefined && !dirty)
  return (
    <DeskProvider value={{ ...opened, entering, findings, speakers, problem: save.error, on, setOn, say }}>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {theirs.length > 0 ? <Conflict entering={entering} /> : null}
      {save.error && theirs.length === 0 && !isTold ? (
        <ProblemNote error={besideFields(save.error)} kept />
      ) : null}
      <div className={classes.columns}>
        <form
          className={classes.sections}
          aria-label={t(id ? 'editTitle' : 'newTitle')}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!isBlocked && !save.isPending) send()
          }}
        >
          {sections.map((section, at) => (
            <SectionPanel key={section} section={section} next={sections[at + 1]} />
          ))}
          <div className={classes.acts}>
            <Button type="submit" variant="default" disabled={isBlocked} loading={save.isPending}>
              {t('save')}
            </Button>
            {dirty ? <Discard onDiscard={discard} /> : null}
            <span className={classes.quiet}>{sending ? t('sending') : dirty ? t('kept') : ''}</span>
          </div>
        </form>
        <Contents />
      </div>
      <MainAct busy={save.isPending} disabled={isBlocked} onClick={send}>
        {t('save')}
      </MainAct>
    </DeskProvider>
  )
}
