// The key of an act, shown on its button; what it says is said by the button's words.
import { Kbd } from '@mantine/core'
import '@mantine/core/styles/Kbd.css'
import classes from './Controls.module.css'
import { type KeyName, keys } from './keys.data.ts'

const arrows: Record<string, string> = { ArrowRight: '→', ArrowLeft: '←' }

export const KeySign = ({ of }: { of: KeyName }) => {
  const key: string = keys[of]
  return (
    <Kbd className={classes.key} aria-hidden="true">
      {arrows[key] ?? key.toUpperCase()}
    </Kbd>
  )
}
