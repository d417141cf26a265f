// The key of an act, shown on its button; what it says is said by the button's words.
import { Kbd } from '@mantine/core'
import '@mantine/core/styles/Kbd.css'
import { type KeyName, keys } from './keys.data.ts'

export const KeyCap = ({ of }: { of: KeyName }) => {
  const key = keys[of]
  return <Kbd aria-hidden="true">{key.length === 1 ? key.toUpperCase() : key}</Kbd>
}
