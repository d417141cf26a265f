// All keys on one card; the browser's own dialog, so the first page carries no modal library.
import { Kbd } from '@mantine/core'
import '@mantine/core/styles/Kbd.css'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './KeyboardHelp.module.css'

const rows = [
  { keys: ['/'], word: 'keys.search' },
  { keys: ['g', 'h'], word: 'keys.goConferences' },
  { keys: ['g', 'l'], word: 'keys.goArchive' },
  { keys: ['g', 't q d c'], word: 'keys.goHouse' },
  { keys: ['g', '1–9'], word: 'keys.goTab' },
  { keys: ['↑', '↓'], word: 'keys.rows' },
  { keys: ['Enter'], word: 'keys.main' },
  { keys: ['?'], word: 'keys.all' },
] as const

/** Few fonts have arrows: drawn, and said by the row's words. */
const arrows: Record<string, React.ReactNode> = {
  '↑': <IconArrowUp size={14} stroke={2} aria-hidden="true" />,
  '↓': <IconArrowDown size={14} stroke={2} aria-hidden="true" />,
}

export const KeyboardHelp = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={classes.dialog} onClose={onClose} aria-labelledby="keys-title">
      <header className={classes.head}>
        <h2 id="keys-title">{t('keys.title')}</h2>
        <button type="button" className={classes.close} onClick={onClose}>
          {t('keys.close')}
        </button>
      </header>
      <dl className={classes.rows}>
        {rows.map(({ keys, word }) => (
          <Fragment key={word}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{arrows[key] ?? key}</Kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </Fragment>
        ))}
      </dl>
    </dialog>
  )
}
