// The page's one main act: any section offers it, it always stands top right, and Enter performs it.
import { Button } from '@mantine/core'
import { createContext, useContext, useState } from 'react'
import { createPortal } from 'react-dom'

const Slot = createContext<{ element: HTMLElement | null; set: (element: HTMLElement | null) => void }>({
  element: null,
  set: () => undefined,
})

export const MainActProvider = ({ children }: { children: React.ReactNode }) => {
  const [element, set] = useState<HTMLElement | null>(null)
  return <Slot value={{ element, set }}>{children}</Slot>
}

/** Where the main act appears. */
export const MainActPlace = () => <div ref={useContext(Slot).set} />

/** Gold carries dark text in both schemes. */
const inGold = () => ({
  root: { '--button-bg': 'var(--gold)', '--button-hover': '#d8b23a', '--button-color': '#221e1a' },
})

type Props = { onClick: () => void; busy?: boolean; disabled?: boolean; gold?: boolean; children: string }

/** Offers the main act from anywhere on the page. `gold` is for sealing alone. */
export const MainAct = ({ onClick, busy = false, disabled = false, gold = false, children }: Props) => {
  const { element } = useContext(Slot)
  if (!element) return null
  return createPortal(
    <Button
      onClick={onClick}
      loading={busy}
      disabled={disabled}
      data-main-act
      {...(gold ? { vars: inGold } : {})}
    >
      {children}
    </Button>,
    element,
  )
}
