// A delegate names who takes their place: by rank, name and position, as office letters do.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Personal.module.css'
import type { OwnSubstitution, Self } from './self.ts'

type Props = { self: Self; draft: string; onDone: () => void }

export const SubstituteForm = ({ self, draft: name, onDone }: Props) => {
  const { t } = useTranslation('personal')
  const common = useTranslation().t
  const draft = useDraft(name)
  const act = useAct(
    async (told: OwnSubstitution, key) => {
      await self.substitute(told, key)
      // Here, for this form is gone once the invitation says who was named.
      draft.forget()
    },
    [self.key],
  )
  const leave = () => {
    draft.forget()
    onDone()
  }
  const send = () => {
    const rank = draft.value('rank')
    const delegate = {
      ...(rank ? { rank } : {}),
      name: draft.value('name'),
      position: draft.value('position'),
    }
    act.mutate({ delegate, reason: draft.value('reason') }, { onSuccess: onDone })
  }
  const field = (at: string, maxLength: number, pointer = `/delegate/${at}`) => ({
    size: 'md',
    maxLength,
    error: act.error?.at(pointer),
    ...draft.field(at),
  })
  return (
    <form
      className={classes.stack}
      aria-label={t('substitute.act')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3 className={classes.formTitle}>{t('substitute.title')}</h3>
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <TextInput label={t('substitute.name')} required autoComplete="off" {...field('name', 100)} />
      <TextInput
        label={t('substitute.rank')}
        description={t('substitute.rankHint')}
        autoComplete="off"
        {...field('rank', 60)}
      />
      <TextInput
        label={t('substitute.position')}
        description={t('substitute.positionHint')}
        required
        autoComplete="off"
        {...field('position', 300)}
      />
      <TextInput label={t('substitute.reason')} required {...field('reason', 500, '/reason')} />
      <p className={classes.quiet}>{t('substitute.warn')}</p>
      <div className={classes.acts}>
        <Button type="submit" loading={act.isPending}>
          {t('substitute.send')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {common('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
