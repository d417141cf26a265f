// What else a delegate may be marked: online, absent with a reason, substituted, or not marked after all.
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#web/lib/useDraft.ts'
import classes from './RollCall.module.css'
import type { Line } from './shown.rules.ts'
import type { MarkTold } from './useRollMarks.ts'

const reasons = ['business', 'otherMeeting', 'duty', 'leave', 'sick'] as const

type Props = { line: Line; onMark: (mark: MarkTold) => void; onClose: () => void }

export const RollChoices = ({ line: { item, state }, onMark, onClose }: Props) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      ref={box}
      className={classes.choices}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose()
      }}
    >
      <legend className="visually-hidden">{say('roll.choices', { name: item.display })}</legend>
      <div className={classes.group}>
        {(['present', 'online'] as const)
          .filter((choice) => choice !== state)
          .map((choice) => (
            <Button key={choice} variant="default" onClick={() => onMark({ state: choice })}>
              {t(`roll.choice.${choice}`)}
            </Button>
          ))}
        {state ? (
          <Button variant="default" onClick={() => onMark({ state: 'unmarked' })}>
            {say('roll.takeBack')}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={onClose}>
          {say('roll.close')}
        </Button>
      </div>
      <Absent name={`absent.${item.id}`} onMark={onMark} />
      <Substituted name={`substitute.${item.id}`} onMark={onMark} />
    </fieldset>
  )
}

type FormProps = { name: string; onMark: (mark: MarkTold) => void }

const Absent = ({ name, onMark }: FormProps) => {
  const { t } = useTranslation('operator')
  const draft = useDraft(name)
  const mark = (reason: string) => {
    draft.forget()
    onMark({ state: 'absent', reason })
  }
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault()
        mark(draft.value('reason'))
      }}
    >
      <p className={classes.label}>{t('roll.absent')}</p>
      <div className={classes.group}>
        {reasons.map((reason) => (
          <Button key={reason} variant="default" onClick={() => mark(t(`roll.reason.${reason}`))}>
            {t(`roll.reason.${reason}`)}
          </Button>
        ))}
      </div>
      <div className={classes.fields}>
        <TextInput label={t('roll.otherReason')} required maxLength={500} {...draft.field('reason')} />
        <Button type="submit" variant="default">
          {t('roll.markAbsent')}
        </Button>
      </div>
    </form>
  )
}

const Substituted = ({ name, onMark }: FormProps) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  const draft = useDraft(name)
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault()
        const position = draft.value('position')
        draft.forget()
        const name = draft.value('name')
        onMark({
          state: 'substituted',
          substitute: { ...(name ? { name } : {}), ...(position ? { position } : {}) },
        })
      }}
    >
      <p className={classes.label}>{say('roll.substitute')}</p>
      <div className={classes.fields}>
        <TextInput label={say('roll.substituteName')} maxLength={100} {...draft.field('name')} />
        <TextInput
          label={say('roll.substitutePosition')}
          placeholder={t('floor.positionHint')}
          required={!draft.value('name')}
          maxLength={300}
          {...draft.field('position')}
        />
        <Button type="submit" variant="default">
          {say('roll.markSubstitute')}
        </Button>
      </div>
    </form>
  )
}
