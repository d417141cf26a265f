// While one edits a paragraph: who else has it open. It is said, and nobody is kept out.
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import { useMe } from '#web/lib/useMe.ts'
import notes from '#web/ui/Note.module.css'
import { useEditingClaim } from './useEditingClaim.ts'

type Props = { conferenceId: string; block: string }

export const OtherEditors = ({ conferenceId, block }: Props) => {
  const { t } = useTranslation('minutes')
  const { data: me } = useMe()
  const others = useEditingClaim(conferenceId, block)
  const [first] = others
  if (!first) return null
  const told = { name: first.name, at: hourMinute(first.since) }
  return (
    <div className={notes.note} data-tone="problem" role="status">
      <p className={notes.what}>
        {first.sub === me?.sub ? t('block.myself', told) : t('block.someoneElse', told)}
      </p>
      <p>{t('block.someoneElseHint')}</p>
    </div>
  )
}
