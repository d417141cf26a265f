// The pictures of a bulletin: captioned, ordered, removed; and one more added.
import { Button, FileButton, Select, TextInput } from '@mantine/core'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/CloseButton.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulletinInput } from '#functions/bulletins/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { uploadFile } from '#web/contributions/upload-file.ts'
import { type ApiProblem, asProblem } from '#web/lib/problem.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Bulletins.module.css'
import { pictureOf, useBulletinAct } from './bulletin-queries.ts'

type Photos = BulletinInput['photos']
type Props = { conferenceId: string; photos: Photos; mayWrite: boolean; onChange: (photos: Photos) => void }

const usePointChoices = (id: string) => {
  const { data } = useQuery({ ...boardOf(id), refetchInterval: false })
  return (data?.items ?? []).map(({ pointId, name }) => ({ value: pointId, label: name }))
}

type Said = { caption: string; pointId?: string | undefined }

const SaidFields = ({
  conferenceId,
  said,
  onChange,
}: {
  conferenceId: string
  said: Said
  onChange: (said: Said) => void
}) => {
  const { t } = useTranslation('bulletins')
  const points = usePointChoices(conferenceId)
  return (
    <>
      <TextInput
        label={t('caption')}
        required
        maxLength={300}
        value={said.caption}
        onChange={(event) => onChange({ ...said, caption: event.currentTarget.value })}
      />
      <Select
        label={t('point')}
        placeholder={t('anyPoint')}
        data={points}
        searchable
        clearable
        limit={60}
        value={said.pointId ?? null}
        onChange={(pointId) => onChange({ caption: said.caption, ...(pointId ? { pointId } : {}) })}
      />
    </>
  )
}

const Thumbnail = ({ conferenceId, id, alt }: { conferenceId: string; id: string; alt: string }) => {
  const { data } = useQuery(pictureOf(conferenceId, id))
  return data ? <img className={classes.thumb} src={data} alt={alt} /> : <div className={classes.thumb} />
}

const AddPhoto = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('bulletins')
  const act = useBulletinAct(conferenceId)
  const [file, setFile] = useState<File>()
  const [said, setSaid] = useState<Said>({ caption: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const send = async (chosen: File) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const upload = await uploadFile(chosen, () => undefined)
      await act.mutateAsync({ act: 'photo', input: { upload, ...said, caption: said.caption.trim() } })
      setFile(undefined)
      setSaid({ caption: '' })
    } catch (error) {
      setProblem(asProblem(error))
    }
    setBusy(false)
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (file) void send(file)
      }}
    >
      {problem ? <ProblemNote error={problem} kept /> : null}
      <div>
        <p className={classes.hint}>{t('addHint')}</p>
        {file ? (
          <b>{file.name}</b>
        ) : (
          <FileButton
            accept=".jpg,.jpeg,.png,.webp"
            inputProps={{ 'aria-label': t('add') }}
            onChange={(chosen) => setFile(chosen ?? undefined)}
          >
            {(button) => (
              <Button {...button} variant="default">
                {t('choose')}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {file ? (
        <>
          <SaidFields conferenceId={conferenceId} said={said} onChange={setSaid} />
          <div className={form.acts}>
            <Button type="submit" loading={busy} disabled={said.caption.trim() === ''}>
              {t('add')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}

export const PhotosPanel = ({ conferenceId, photos, mayWrite, onChange }: Props) => {
  const { t } = useTranslation('bulletins')
  const change = (at: number, said: Said) =>
    onChange(photos.map((one, place) => (place === at ? { id: one.id, ...said } : one)))
  const earlier = (at: number) =>
    onChange(photos.toSpliced(at, 1).toSpliced(at - 1, 0, ...photos.slice(at, at + 1)))
  return (
    <Panel title={t('photos')}>
      {photos.length === 0 ? <p className={classes.hint}>{t('noPhotos')}</p> : null}
      <ol className={classes.photos}>
        {photos.map((one, at) => (
          <li key={one.id}>
            <Thumbnail conferenceId={conferenceId} id={one.id} alt={t('photo', { n: at + 1 })} />
            {mayWrite ? (
              <div className={classes.said}>
                <SaidFields conferenceId={conferenceId} said={one} onChange={(said) => change(at, said)} />
                <div className={form.acts}>
                  {at > 0 ? (
                    <Button variant="default" size="compact-sm" onClick={() => earlier(at)}>
                      {t('earlier')}
                    </Button>
                  ) : null}
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => onChange(photos.toSpliced(at, 1))}
                  >
                    {t('remove')}
                  </Button>
                </div>
              </div>
            ) : (
              <p>{one.caption}</p>
            )}
          </li>
        ))}
      </ol>
      {mayWrite ? <AddPhoto conferenceId={conferenceId} /> : null}
    </Panel>
  )
}
