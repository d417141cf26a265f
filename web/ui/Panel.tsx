// A titled surface of a page; its title names the region for those who listen to the page.
import { useId } from 'react'
import classes from './Panel.module.css'

type Props = {
  title: string
  /** Stands at the right of the title: a count, a link, a small act. */
  aside?: React.ReactNode
  /** Without a margin; `whole` for what is as wide as the panel and has a head that stays in sight. */
  flush?: boolean | 'whole'
  children: React.ReactNode
}

export const Panel = ({ title, aside, flush = false, children }: Props) => {
  const id = useId()
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id}>{title}</h2>
        {aside ? <div className={classes.aside}>{aside}</div> : null}
      </header>
      <div className={flush ? classes.flush : classes.body} data-whole={flush === 'whole' || undefined}>
        {children}
      </div>
    </section>
  )
}
