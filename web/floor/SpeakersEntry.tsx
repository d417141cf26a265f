// One entry of the list of speakers. Passing over somebody asks for the reason, which is kept.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorRequest } from '#functions/floor/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import classes from './Floor.module.css'
import type { FloorAct } from './useFloorAct.ts'

type Props = {
  request: FloorRequest
  place: number
  point: string
  desk: boolean
  mine: boolean
  callable: boolean
  onAct: (act: FloorAct) => void
}

export const SpeakersEntry = ({ request, place, point, desk, mine, callable, onAct }: Props) => {
  const { t } = useTranslation()
  const [skipping, setSkipping] = useState(false)
  const requestId = request.id
  return (
    <li className={classes.entry}>
      <span className={classes.place}>{place}</span>
      <div className={classes.who}>
        <b>{point}</b>
        <p className={classes.detail}>
          <span>{request.speaker.display}</span>
          {request.kind === 'point-of-order' ? (
            <span className={classes.order}>{t('floor.pointOfOrder')}</span>
          ) : null}
          <span>{t('floor.askedAt', { at: hourMinute(request.effectiveAt) })}</span>
        </p>
      </div>
      <div className={classes.entryActs}>
        {desk && callable ? (
          <Button size="sm" variant="default" onClick={() => onAct({ act: 'call', requestId })}>
            {t('floor.call')}
          </Button>
        ) : null}
        {desk ? (
          <Button size="sm" variant="subtle" onClick={() => setSkipping(true)}>
            {t('floor.skip')}
          </Button>
        ) : null}
        {mine && !desk ? (
          <Button size="sm" variant="default" onClick={() => onAct({ act: 'withdraw', requestId })}>
            {t('floor.withdraw')}
          </Button>
        ) : null}
      </div>
      {skipping ? (
        <SkipForm
          onCancel={() => setSkipping(false)}
          onSkip={(reason) => onAct({ act: 'skip', requestId, reason })}
        />
      ) : null}
    </li>
  )
}

const SkipForm = ({ onSkip, onCancel }: { onSkip: (reason: string) => void; onCancel: () => void }) => {
  const { t } = useTranslation()
  return (
    <form
      className={classes.skip}
      onSubmit={(event) => {
        event.preventDefault()
        onSkip(String(new FormData(event.currentTarget).get('reason') ?? ''))
      }}
    >
      <TextInput name="reason" label={t('floor.skipReason')} required maxLength={500} />
      <Button type="submit" variant="default">
        {t('floor.skip')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
