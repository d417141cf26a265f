// Enters a person whom the directory does not know yet, without leaving the form that needs them.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { directoryKey } from './directory-queries.ts'
import classes from './Finder.module.css'
import './add-words.ts'

type Told = { name: string; rank?: string; stateTitle?: string }

/** @param onEntered gets the new entry's id */
export const NewPerson = ({ onEntered }: { onEntered: (id: string) => void }) => {
  const { t } = useTranslation('directory')
  const common = useTranslation().t
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState<Told>({ name: '' })
  const act = useAct(
    async (json: Told, key) => (await api.persons.$post({ json }, intent(key))).json(),
    [directoryKey],
  )
  if (!open)
    return (
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t('person.new')}
        </Button>
      </div>
    )
  const enter = () =>
    act.mutate(told, {
      onSuccess: ({ id }) => {
        setOpen(false)
        setTold({ name: '' })
        onEntered(id)
      },
    })
  const field = (at: keyof Told, maxLength: number) => ({
    maxLength,
    error: act.error?.at(`/${at}`),
    value: told[at] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      const { [at]: _before, ...others } = told
      setTold({ name: told.name, ...others, ...(value || at === 'name' ? { [at]: value } : {}) })
    },
  })
  return (
    <fieldset className={classes.person}>
      <legend>{t('person.new')}</legend>
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <TextInput label={t('person.name')} {...field('name', 100)} />
      <TextInput label={t('person.rank')} description={t('person.rankHint')} {...field('rank', 60)} />
      <TextInput
        label={t('person.stateTitle')}
        description={t('person.stateTitleHint')}
        {...field('stateTitle', 300)}
      />
      <div className={form.acts}>
        <Button variant="default" onClick={enter} loading={act.isPending} disabled={!told.name.trim()}>
          {t('person.enter')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {common('common.cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
