// How many people sit in the room, named or not.
import { Button, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#web/lib/useDraft.ts'
import { Unsent } from '#web/ui/Unsent.tsx'
import classes from './RollCall.module.css'

type Props = { name: string; heads: number | undefined; unsent: boolean; onCount: (heads: number) => void }

const most = 10_000
const icon = { size: 18, stroke: 2, 'aria-hidden': true }

export const HeadCount = ({ name, heads, unsent, onCount }: Props) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  const draft = useDraft(`heads.${name}`)
  // A rehearsal's count is in no figure: shown until the page is left, so that it is seen to be taken.
  const [counted, setCounted] = useState<number>()
  const known = heads ?? counted
  const typed = draft.value('heads') || String(known ?? '')
  const field = draft.field('heads')
  const step = (by: number) => {
    const value = String(Math.max(0, Math.min(most, Number(typed) + by)))
    field.onChange({ currentTarget: { value } })
  }
  return (
    <form
      className={classes.heads}
      onSubmit={(event) => {
        event.preventDefault()
        onCount(Number(typed))
        setCounted(Number(typed))
        draft.forget()
      }}
    >
      <Button variant="default" aria-label={say('roll.fewer')} onClick={() => step(-1)}>
        <IconMinus {...icon} />
      </Button>
      <TextInput
        {...field}
        value={typed}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        required
        label={t('roll.heads')}
        description={t('roll.headsHint')}
        inputWrapperOrder={['label', 'input', 'description']}
      />
      <Button variant="default" aria-label={say('roll.more1')} onClick={() => step(1)}>
        <IconPlus {...icon} />
      </Button>
      <Button type="submit" variant="default">
        {say('roll.recordHeads')}
      </Button>
      {known === undefined ? null : (
        <span className={classes.headsNow}>
          {say('roll.headsNow', { count: known })} {unsent ? <Unsent /> : null}
        </span>
      )}
    </form>
  )
}
