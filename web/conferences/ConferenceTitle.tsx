// A conference's title in full, never cut: its first part leads, the others follow below.
import classes from './ConferenceTitle.module.css'

type Props = { title: readonly string[]; as?: 'h1' | 'span' }

export const ConferenceTitle = ({ title, as: Tag = 'span' }: Props) => {
  const [lead, ...rest] = title
  return (
    <Tag className={classes.title}>
      {lead}
      {rest.length > 0 ? '; ' : null}
      {rest.length > 0 ? <span className={classes.rest}>{rest.join('; ')}</span> : null}
    </Tag>
  )
}
