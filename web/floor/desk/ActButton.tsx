// One act of the desk: its words and its key. A finger or a mouse leaves no focus behind, so that Enter stays the desk's.
import { Button } from '@mantine/core'
import { KeyCap } from './KeyCap.tsx'
import type { KeyName } from './keys.data.ts'

type Props = {
  act: (() => void) | undefined
  of?: KeyName
  main?: boolean
  busy?: boolean
  children: string
}

export const ActButton = ({ act, of, main = false, busy = false, children }: Props) => (
  <Button
    variant={main ? 'filled' : 'default'}
    size="md"
    h={52}
    disabled={!act || busy}
    onClick={(event) => {
      if (event.detail > 0) event.currentTarget.blur()
      act?.()
    }}
    {...(of ? { rightSection: <KeyCap of={of} />, 'aria-keyshortcuts': of } : {})}
  >
    {children}
  </Button>
)
