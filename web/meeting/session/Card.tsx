// One thing to read and at most one to do, in the middle of the page; it takes the focus, for what was there is gone.
import { useEffect, useRef } from 'react'
import classes from '../Room.module.css'

type Props = { title: string; hint?: string; children?: React.ReactNode }

export const Card = ({ title, hint, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={classes.card}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {hint ? <p>{hint}</p> : null}
      {children}
    </section>
  )
}
