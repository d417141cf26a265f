// The rows of an annex, each as its kind reads: a paper with its fate, a turn with its times, an outcome with what it lacks.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AnnexRow, RecordSheet } from '#functions/archive/sheet.schema.ts'
import { ContributionState } from '#functions/contributions/schema.ts'
import { ContributionStateChip } from '#web/contributions/ContributionStateChip.tsx'
import { vi as imports } from '#web/imports/words.ts'
import { hourMinute } from '#web/lib/format.ts'
import { DisagreementRow } from './DisagreementRow.tsx'
import { Extract } from './Extract.tsx'
import { PointRow } from './PointRow.tsx'
import classes from './Record.module.css'

type Props = { sheet: RecordSheet; rows: readonly AnnexRow[] }

export const AnnexRows = ({ sheet, rows }: Props) => (
  <ul className={classes.rows} data-rows>
    {rows.map((row, at) => (
      <li key={row.point?.id ?? row.paper?.id ?? row.outcome?.id ?? String(at)}>
        <Row sheet={sheet} row={row} />
      </li>
    ))}
  </ul>
)

const Row = ({ sheet, row }: { sheet: RecordSheet; row: AnnexRow }) => {
  const { unit = '', point, paper, turn, outcome, disagreement } = row
  if (point) return <PointRow record={sheet.id} unit={unit} point={point} />
  if (paper) return <PaperRow record={sheet.id} unit={unit} paper={paper} />
  if (turn) return <TurnRow unit={unit} turn={turn} />
  if (outcome) return <OutcomeRow outcome={outcome} sources={sheet.text.sources} />
  return disagreement ? <DisagreementRow disagreement={disagreement} sources={sheet.text.sources} /> : null
}

type PaperProps = { record: string; unit: string; paper: NonNullable<AnnexRow['paper']> }

const PaperRow = ({ record, unit, paper }: PaperProps) => {
  const { t } = useTranslation('record')
  const state = ContributionState.safeParse(paper.state)
  return (
    <>
      <div className={classes.row}>
        <b>{paper.title}</b>
        {state.success ? <ContributionStateChip state={state.data} /> : paper.state}
        {paper.late ? <span className={classes.quiet}>{t('paper.late')}</span> : null}
        <span className={classes.end}>
          <Extract record={record} name={paper.title} member={{ contributionId: paper.id }} />
        </span>
      </div>
      <p className={classes.quiet}>
        {paper.author.includes(unit) ? paper.author : `${paper.author} · ${unit}`}
      </p>
      <p className={classes.hash}>{t('paper.digest', { digest: paper.sha256 })}</p>
    </>
  )
}

/** What there is none of is left out. */
const lengthOf = (seconds: number, t: TFunction<'record'>): string =>
  [
    seconds >= 60 ? t('turn.minutes', { minutes: Math.floor(seconds / 60) }) : '',
    seconds % 60 > 0 || seconds === 0 ? t('turn.seconds', { seconds: seconds % 60 }) : '',
  ]
    .filter(Boolean)
    .join(' ')

const TurnRow = ({ unit, turn }: { unit: string; turn: NonNullable<AnnexRow['turn']> }) => {
  const { t } = useTranslation('record')
  const { speaker, startedAt, endedAt, seconds, outcome, reason } = turn
  return (
    <div className={classes.turn}>
      <span>
        <b>{speaker}</b> {speaker.includes(unit) ? null : <span className={classes.quiet}>{unit}</span>}
      </span>
      <span>
        {startedAt && endedAt ? t('turn.at', { from: hourMinute(startedAt), to: hourMinute(endedAt) }) : null}
      </span>
      <span>{seconds === undefined ? null : lengthOf(seconds, t)}</span>
      <span>
        {t(`turn.${outcome}`)}
        {reason ? `: ${reason}` : ''}
      </span>
    </div>
  )
}

type Flag = keyof typeof imports.flag
const isFlag = (flag: string): flag is Flag => Object.hasOwn(imports.flag, flag)

type OutcomeProps = {
  outcome: NonNullable<AnnexRow['outcome']>
  sources: RecordSheet['text']['sources']
}

/** Of documents a source is told by its number: here by its title. */
const sourceOf = (source: string | undefined, sources: OutcomeProps['sources']): string | undefined => {
  const [, number, place = ''] = /^nguồn (\d+)( \(.+\))?$/.exec(source ?? '') ?? []
  const known = sources.find(({ id }, at) => id === source || String(at + 1) === number)
  return known ? `${known.title}${place}` : source
}

const OutcomeRow = ({ outcome, sources }: OutcomeProps) => {
  const { t } = useTranslation('record')
  const ofImports = useTranslation('imports').t
  const { text, owners = [], dueOn, flags, source } = outcome
  const from = sourceOf(source, sources)
  const lacks = flags.filter(isFlag).map((flag) => ofImports(`flag.${flag}`))
  return (
    <>
      <p lang="vi">{text}</p>
      <p className={classes.quiet}>
        {[
          owners.length > 0 ? t('outcome.owners', { names: owners.join('; ') }) : '',
          dueOn ? t('outcome.due', { on: dueOn.split('-').reverse().join('/') }) : '',
          ...lacks,
          from ? t('outcome.source', { source: from }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
