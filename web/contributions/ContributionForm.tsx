// A point hands in a contribution: who speaks it, its title, its text, its files.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDelegates } from '#web/bridge-points/useDelegates.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { FilesField } from './FilesField.tsx'
import { useUploads } from './useUploads.ts'

type Author = { personId: string } | { position: string }
type Written = { title: string; text?: string; author: Author; files: string[] }
type Props = { conference: { id: string }; unitId: string; onDone: () => void }

export const ContributionForm = ({ conference, unitId, onDone }: Props) => {
  const { t } = useTranslation()
  const people = useDelegates(conference.id, unitId).filter(({ personId }) => personId)
  const [person, setPerson] = useState('')
  const uploads = useUploads()
  const submit = useAct(
    (written: Written, key) =>
      api.conferences[':id'].contributions.$post(
        { param: { id: conference.id }, json: { unitId, ...written } },
        intent(key),
      ),
    [conferenceKey(conference.id)],
  )
  const send = (fields: FormData) => {
    const read = (name: string) => String(fields.get(name) ?? '')
    const author = person ? { personId: person } : { position: read('position') }
    const files = uploads.uploads
    const text = read('text').trim()
    const words = text ? { text } : {}
    submit.mutate({ title: read('title'), ...words, author, files }, { onSuccess: onDone })
  }
  const at = (pointer: string) => submit.error?.at(pointer)
  return (
    <Panel title={t('contribution.submit')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        {submit.error ? <ProblemNote error={submit.error} kept /> : null}
        {people.length > 0 ? (
          <NativeSelect
            label={t('contribution.author')}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
            data={[
              { value: '', label: t('floor.another') },
              ...people.map(({ personId, label }) => ({ value: personId ?? '', label })),
            ]}
          />
        ) : null}
        {person ? null : (
          <TextInput
            name="position"
            label={t('contribution.authorPosition')}
            description={t('floor.positionHint')}
            required
            maxLength={300}
            error={at('/author/position')}
          />
        )}
        <TextInput
          name="title"
          label={t('contribution.title')}
          required
          maxLength={1000}
          error={at('/title')}
        />
        <Textarea
          name="text"
          label={t('contribution.text')}
          description={t('contribution.textHint')}
          required={uploads.files.length === 0}
          rows={10}
          maxLength={100_000}
          error={at('/text')}
        />
        <FilesField uploads={uploads} />
        {uploads.ready ? null : <p>{t('contribution.filesUnready')}</p>}
        <div className={form.acts}>
          <Button type="submit" disabled={!uploads.ready} loading={submit.isPending}>
            {t('contribution.send')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
