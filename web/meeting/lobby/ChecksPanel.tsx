// What was looked at before sitting down: picture, sound both ways, the line; a point writes it into its checklist.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '#web/ui/Panel.tsx'
import classes from '../Room.module.css'
import type { SeatRef } from '../seat.rules.ts'
import { CheckRow } from './CheckRow.tsx'
import type { Checks, Verdict } from './checks.rules.ts'
import { SendChecks } from './SendChecks.tsx'
import { SpeakerTest } from './SpeakerTest.tsx'
import type { Input } from './useInput.ts'
import type { Inputs } from './useInputs.ts'
import { type Line, useLine } from './useLine.ts'

type Props = { conferenceId: string; seat: SeatRef; inputs: Inputs }

const verdictOf = (input: Input, passed: boolean): Verdict | undefined => {
  if (input.state === 'lacking') return 'fail'
  return input.state === 'open' && passed ? 'pass' : undefined
}

const told = (checks: Record<keyof Checks, Verdict | undefined>): Checks =>
  Object.fromEntries(Object.entries(checks).filter(([, verdict]) => verdict))

export const ChecksPanel = ({ conferenceId, seat, inputs: { camera, microphone, sound } }: Props) => {
  const { t } = useTranslation('meeting')
  const [soundOut, setSoundOut] = useState<Verdict>()
  const line = useLine(conferenceId)
  const checks = told({
    picture: verdictOf(camera.input, true),
    soundIn: verdictOf(microphone.input, sound.heard),
    soundOut,
    line: line.verdict,
  })
  return (
    <Panel title={t('lobby.check.title')}>
      <ul className={classes.checks}>
        <CheckRow of="picture" verdict={checks.picture} hint={t('lobby.check.pictureHint')} />
        <CheckRow of="soundIn" verdict={checks.soundIn} hint={t('lobby.check.soundInHint')} />
        <CheckRow of="soundOut" verdict={soundOut} hint={t('lobby.check.soundOutHint')}>
          <SpeakerTest onVerdict={setSoundOut} />
        </CheckRow>
        <CheckRow of="line" verdict={line.verdict} hint={<LineHint line={line} />} />
      </ul>
      {seat.kind === 'point' ? (
        <SendChecks conferenceId={conferenceId} point={seat.point} checks={checks} />
      ) : null}
    </Panel>
  )
}

const LineHint = ({ line: { roundTripMs, verdict } }: { line: Line }) => {
  const { t } = useTranslation('meeting')
  if (roundTripMs !== undefined) return t('lobby.check.lineTime', { ms: Math.round(roundTripMs) })
  return t(verdict ? 'lobby.check.lineFailed' : 'lobby.check.lineHint')
}
