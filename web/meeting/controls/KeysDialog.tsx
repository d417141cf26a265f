// All keys of the room on one card.
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import help from '#web/ui/KeyboardHelp.module.css'
import { KeyDialog } from '#web/ui/KeyDialog.tsx'
import { KeySign } from './KeySign.tsx'
import type { KeyName } from './keys.data.ts'

const rows: KeyName[] = ['microphone', 'camera', 'share', 'layout', 'previous', 'next', 'request', 'all']

export const KeysDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('meeting')
  return (
    <KeyDialog open={open} title={t('controls.keys')} onClose={onClose}>
      <dl className={help.rows}>
        {rows.map((of) => (
          <Fragment key={of}>
            <dt>
              <KeySign of={of} />
            </dt>
            <dd>{t(`controls.key.${of}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </KeyDialog>
  )
}
