// A point asks for the floor on behalf of one of its delegation.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type Delegate = { id: string; label: string }
type Props = { conferenceId: string; unitId: string; delegates: Delegate[]; onDone: () => void }
type Asked = { speaker: { delegateId: string } | { position: string }; kind: 'speech' | 'point-of-order' }

export const RequestForm = ({ conferenceId, unitId, delegates, onDone }: Props) => {
  const { t } = useTranslation()
  const [delegateId, setDelegateId] = useState(delegates[0]?.id ?? '')
  const ask = useAct(
    (asked: Asked, key) =>
      api.conferences[':id'].floor.requests.$post(
        { param: { id: conferenceId }, json: { unitId, ...asked } },
        intent(key),
      ),
    [conferenceKey(conferenceId)],
  )
  const send = (fields: FormData) => {
    const speaker = delegateId ? { delegateId } : { position: String(fields.get('position') ?? '') }
    const kind = fields.get('kind') === 'point-of-order' ? 'point-of-order' : 'speech'
    ask.mutate({ speaker, kind }, { onSuccess: onDone })
  }
  return (
    <Panel title={t('floor.request')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        {ask.error ? <ProblemNote error={ask.error} kept /> : null}
        <NativeSelect
          label={t('floor.speaker')}
          value={delegateId}
          onChange={(event) => setDelegateId(event.currentTarget.value)}
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
            error={ask.error?.at('/speaker/position')}
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
          <Button type="submit" loading={ask.isPending}>
            {t('floor.send')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
