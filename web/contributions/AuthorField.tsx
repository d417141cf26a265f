// Who speaks a contribution: one of the delegation whom the directory knows, or a position.
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DelegateChoice } from '#web/bridge-points/useDelegates.ts'
import type { useDraft } from '#web/lib/useDraft.ts'

type Props = {
  people: readonly DelegateChoice[]
  draft: ReturnType<typeof useDraft>
  error: string | undefined
}

export const AuthorField = ({ people, draft, error }: Props) => {
  const { t } = useTranslation()
  return (
    <>
      {people.length > 0 ? (
        <NativeSelect
          label={t('contribution.author')}
          {...draft.field('person')}
          data={[
            { value: '', label: t('floor.another') },
            ...people.map(({ personId, label }) => ({ value: personId ?? '', label })),
          ]}
        />
      ) : null}
      {draft.value('person') ? null : (
        <TextInput
          label={t('contribution.authorPosition')}
          description={t('floor.positionHint')}
          required
          maxLength={300}
          error={error}
          {...draft.field('position')}
        />
      )}
    </>
  )
}
