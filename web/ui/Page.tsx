// The body of a page: one column of panels on the 8 px grid.
import classes from './Page.module.css'

type HeadProps = { title: string; lead?: string; act?: React.ReactNode }

export const Page = ({ children }: { children: React.ReactNode }) => (
  <div className={classes.page}>{children}</div>
)

/** Title at the left, the page's one main act at the right. */
export const PageHead = ({ title, lead, act }: HeadProps) => (
  <header className={classes.head}>
    <div>
      <h1>{title}</h1>
      {lead ? <p className={classes.lead}>{lead}</p> : null}
    </div>
    {act}
  </header>
)
