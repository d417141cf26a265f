// Text with the places that answer a search: marked by the page itself, never by markup that came with the text.
import type { Marked as MarkedText } from '#functions/search/schema.ts'
import classes from './Search.module.css'

export const Marked = ({ text, marks }: MarkedText) => {
  const pieces: React.ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    if (from < at) continue
    pieces.push(
      text.slice(at, from),
      <mark key={from} className={classes.mark}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}
