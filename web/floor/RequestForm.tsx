// A point asks for the floor on behalf of one of its delegation.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { useDo } from '#web/lib/outbox/useOutbox.ts'
import form from '#web/ui/form.module.css'

type Delegate = { id: string; label: string }
type Props = { conferenceId: string; unitId: string; delegates: Delegate[]; onDone: () => void }

/** Told also without a line: the place in the list is that of the moment it was asked, as far as the rules allow. */
export const RequestForm = ({ conferenceId, unitId, delegates, onDone }: Props) => {
  const { t } = useTranslation()
  const [chosen, choose] = useState<string>()
  // The delegation may come after the form: until somebody chose, its first is meant.
  const delegateId = chosen ?? delegates[0]?.id ?? ''
  const add = useDo({ conferenceId, pointId: pointIdOf(unitId) })
  const send = (fields: FormData) => {
    const speaker = delegateId ? { delegateId } : { position: String(fields.get('position') ?? '') }
    const kind = fields.get('kind') === 'point-of-order' ? 'point-of-order' : 'speech'
    void add({ kind: 'floor-request', told: { unitId, speaker, kind } })
    onDone()
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      <NativeSelect
        autoFocus
        label={t('floor.speaker')}
        value={delegateId}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...delegates.map(({ id, label }) => ({ value: id, label })),
          { value: '', label: t('floor.another') },
        ]}
      />
      {delegateId ? null : (
        <TextInput
          name="position"
          label={t('floor.position')}
          description={t('floor.positionHint')}
          required
          maxLength={300}
        />
      )}
      <NativeSelect
        name="kind"
        label={t('floor.kind')}
        data={[
          { value: 'speech', label: t('floor.speech') },
          { value: 'point-of-order', label: t('floor.pointOfOrder') },
        ]}
      />
      <div className={form.acts}>
        <Button type="submit">{t('floor.send')}</Button>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
