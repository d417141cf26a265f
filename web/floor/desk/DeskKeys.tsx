// All keys of the desk on one card.
import { Kbd } from '@mantine/core'
import '@mantine/core/styles/Kbd.css'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import help from '#web/ui/KeyboardHelp.module.css'
import { KeyDialog } from '#web/ui/KeyDialog.tsx'
import { KeyCap } from './KeyCap.tsx'

const rows = [
  { of: 'call', word: 'act.call' },
  { of: 'yield', word: 'act.yield' },
  { of: 'extend', word: 'act.extend' },
  { of: 'suspend', word: 'act.suspend' },
  { of: 'skip', word: 'act.skip' },
  { of: 'order', word: 'act.order' },
  { of: 'list', word: 'act.open' },
  { of: 'item', word: 'act.item' },
  { of: 'undo', word: 'act.undo' },
  { of: 'all', word: 'act.all' },
] as const

export const DeskKeys = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('desk')
  return (
    <KeyDialog open={open} title={t('keys')} onClose={onClose}>
      <dl className={help.rows}>
        {rows.map(({ of, word }) => (
          <Fragment key={of}>
            <dt>
              <KeyCap of={of} />
            </dt>
            <dd>{of === 'list' ? `${t('act.open')} · ${t('act.close')}` : t(word)}</dd>
          </Fragment>
        ))}
        <dt>
          <Kbd>
            <IconArrowUp size={14} stroke={2} aria-hidden="true" />
          </Kbd>
          <Kbd>
            <IconArrowDown size={14} stroke={2} aria-hidden="true" />
          </Kbd>
        </dt>
        <dd>{t('act.select')}</dd>
      </dl>
      <p className={help.rows}>{t('keyNote')}</p>
    </KeyDialog>
  )
}
