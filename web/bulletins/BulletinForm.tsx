// What a bulletin tells: the desk's own words, the figures and awards it names, its pictures.
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Bulletins.module.css'
import { type BulletinShown, useBulletinAct } from './bulletin-queries.ts'
import { PhotosPanel } from './PhotosPanel.tsx'
import type { EditsOfBulletin } from './useEdits.ts'

type Choice = { id: string; text: string }
type ChoicesProps = {
  label: string
  choices: readonly Choice[]
  value: string[]
  onChange: (ids: string[]) => void
}

const Choices = ({ label, choices, value, onChange }: ChoicesProps) => {
  const { t } = useTranslation('bulletins')
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <div className={classes.facts}>
        {choices.length === 0 ? <p className={classes.hint}>{t('nothingToChoose')}</p> : null}
        {choices.map(({ id, text }) => (
          <Checkbox key={id} value={id} label={text} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

type Props = { conferenceId: string; bulletin: BulletinShown; edits: EditsOfBulletin }

/** What is typed stays over every version that comes meanwhile: a picture added, or what another saves. */
export const BulletinForm = ({ conferenceId, bulletin: { version, ...bulletin }, edits }: Props) => {
  const { t } = useTranslation('bulletins')
  const act = useBulletinAct(conferenceId)
  const { input, change } = edits
  const save = () => {
    const { lead, ...rest } = input
    const told = lead?.trim() ? { ...rest, lead: lead.trim() } : rest
    act.mutate({ act: 'save', version, input: told }, { onSuccess: () => edits.saved(told) })
  }
  return (
    <>
      <Panel title={t('content')}>
        <div className={form.form}>
          {act.error ? <ProblemNote error={act.error} kept /> : null}
          <Textarea
            label={t('lead')}
            description={t('leadHint')}
            autosize
            minRows={3}
            maxLength={2000}
            value={input.lead ?? ''}
            onChange={(event) => change({ lead: event.currentTarget.value })}
          />
          <Choices
            label={t('figures')}
            choices={bulletin.figures}
            value={input.figureIds}
            onChange={(figureIds) => change({ figureIds })}
          />
          <Choices
            label={t('awards')}
            choices={bulletin.commendations}
            value={input.commendationIds}
            onChange={(commendationIds) => change({ commendationIds })}
          />
        </div>
      </Panel>
      <PhotosPanel
        conferenceId={conferenceId}
        photos={input.photos}
        mayWrite
        onChange={(photos) => change({ photos })}
      />
      <SaveEdits edits={edits} busy={act.isPending} onSave={save} />
    </>
  )
}

type SaveProps = { edits: EditsOfBulletin; busy: boolean; onSave: () => void }

const SaveEdits = ({ edits: { edited, late, forget }, busy, onSave }: SaveProps) => {
  const { t } = useTranslation('bulletins')
  return (
    <div className={form.acts}>
      <Button onClick={onSave} loading={busy} variant="default">
        {t('save')}
      </Button>
      {edited ? (
        <Button onClick={forget} disabled={busy} variant="subtle">
          {t('discard')}
        </Button>
      ) : null}
      <span role="status">{late ? t('late') : edited ? t('unsaved') : ''}</span>
    </div>
  )
}
