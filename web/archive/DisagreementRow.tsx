// Something that was told differently: every statement with its source side by side, and how it was settled, if it was.
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { AnnexRow, RecordSheet } from '#functions/archive/sheet.schema.ts'
import classes from './Record.module.css'
import { vi } from './record-words.ts'

type Kind = keyof typeof vi.differ.kind
const isKind = (kind: unknown): kind is Kind =>
  typeof kind === 'string' && Object.hasOwn(vi.differ.kind, kind)
/** Of a past conference: what kind of outcome it is about; its subject is a key of ours, not words. */
const outcomes = {
  directive: 'directives',
  commendation: 'commendations',
  figure: 'figures',
  citation: 'citations',
} as const
type Outcome = keyof typeof outcomes
const isOutcome = (kind: unknown): kind is Outcome =>
  typeof kind === 'string' && Object.hasOwn(outcomes, kind)
type Choice = keyof typeof vi.differ.choice
const isChoice = (choice: string): choice is Choice => Object.hasOwn(vi.differ.choice, choice)

const Settled = z.object({ chosen: z.string(), reason: z.string(), by: z.string() })

type Props = {
  disagreement: NonNullable<AnnexRow['disagreement']>
  sources: RecordSheet['text']['sources']
}

export const DisagreementRow = ({ disagreement, sources }: Props) => {
  const { t } = useTranslation('record')
  const { kind, subject, differs, statements = [] } = disagreement
  const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  return (
    <>
      <p>
        <b>{isKind(kind) ? t(`differ.kind.${kind}`) : t('differ.sources')}</b>
        {isOutcome(kind) ? (
          <span> · {t(`annex.name.${outcomes[kind]}`)}</span>
        ) : subject ? (
          <span lang="vi"> · {subject}</span>
        ) : null}
      </p>
      {differs ? <p lang="vi">{differs}</p> : null}
      {statements.length > 0 ? (
        <ul className={classes.statements}>
          {statements.map(({ source, text = '' }) => (
            <li key={`${source} ${text}`} lang="vi">
              {t('differ.says', { source: title(source), text })}
            </li>
          ))}
        </ul>
      ) : null}
      <Settlement settled={disagreement.settled} title={title} />
    </>
  )
}

const Settlement = ({ settled, title }: { settled: unknown; title: (id: string) => string }) => {
  const { t } = useTranslation('record')
  const { data } = Settled.safeParse(settled)
  if (!data) return <p className={classes.quiet}>{t('differ.open')}</p>
  const { chosen, ...more } = data
  if (chosen === 'sources-disagree') return <p className={classes.quiet}>{t('differ.kept', more)}</p>
  const word = isChoice(chosen) ? t(`differ.choice.${chosen}`) : title(chosen)
  return <p className={classes.quiet}>{t('differ.settled', { chosen: word, ...more })}</p>
}
