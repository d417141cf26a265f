// A question over a page that is run by keys, in the browser's own dialog: Escape and the button close it, and the page's keys rest.
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import help from './KeyboardHelp.module.css'

type Props = {
  open: boolean
  title: string
  onClose: () => void
  onKey?: (event: React.KeyboardEvent) => void
  children: React.ReactNode
}

export const KeyDialog = ({ open, title, onClose, onKey, children }: Props) => {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className={help.dialog} onClose={onClose} onKeyDown={onKey} aria-labelledby={id}>
      <header className={help.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={help.close} onClick={onClose}>
          {t('keys.close')}
        </button>
      </header>
      {open ? children : null}
    </dialog>
  )
}
