// What was found, the best first: each with its title, where it belongs, and the pieces of its text that answer.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#functions/search/schema.ts'
import { Held } from '#web/imports/Held.tsx'
import '#web/imports/add-words.ts'
import { StateChip } from '#web/ui/StateChip.tsx'
import { Marked } from './Marked.tsx'
import classes from './Search.module.css'
import './add-words.ts'

/** The number is found with the title, and stands above it already. */
const withoutNumber = ({ title: { text, marks }, number }: Hit): Hit['title'] => {
  const end = number && text.endsWith(`; ${number}`) ? text.length - number.length - 2 : text.length
  return { text: text.slice(0, end), marks: marks.filter(([from]) => from < end) }
}

const Title = ({ hit }: { hit: Hit }) => {
  const { t } = useTranslation('archive')
  const { conferenceId: id, contribution, recordId } = hit
  const words = hit.title.text ? <Marked {...withoutNumber(hit)} /> : t('untitled')
  if (contribution)
    return (
      <Link
        to="/conferences/$id/contributions/$ctb"
        params={{ id, ctb: contribution.id }}
        className={classes.link}
      >
        {words}
      </Link>
    )
  return (
    <Link to="/archive/$record" params={{ record: recordId ?? hit.id }} className={classes.link}>
      {words}
    </Link>
  )
}

const Where = ({ hit }: { hit: Hit }) => {
  const { t } = useTranslation('archive')
  const { contribution, conferenceTitle, hostName } = hit
  if (!contribution) return <p className={classes.where}>{t('host', { name: hostName })}</p>
  return (
    <>
      <p className={classes.where}>
        {contribution.author.includes(contribution.unitName)
          ? contribution.author
          : t('author', { author: contribution.author, unit: contribution.unitName })}
      </p>
      <p className={classes.where}>{t('within', { title: conferenceTitle.join('; ') || t('untitled') })}</p>
    </>
  )
}

const Pieces = ({ hit: { snippets, classification } }: { hit: Hit }) => {
  const { t } = useTranslation('archive')
  if (classification === 'internal') return <p className={classes.where}>{t('internalHint')}</p>
  return snippets.map(({ field, text, marks }) => (
    <p key={field} className={classes.piece}>
      <span className={classes.field}>{t(`field.${field}`)}</span> <Marked text={text} marks={marks} />
    </p>
  ))
}

const One = ({ hit }: { hit: Hit }) => {
  const { t } = useTranslation('archive')
  return (
    <li className={classes.hit}>
      <div className={classes.facts}>
        <StateChip tone={hit.sealedAt ? 'gold' : 'quiet'}>{t(`one.${hit.kind}`)}</StateChip>
        {hit.number && !hit.contribution ? <b>{hit.number}</b> : null}
        <span>
          <Held startsAt={hit.startsAt} precision={hit.datePrecision} />
        </span>
        {hit.sealedAt ? null : <span>{t('unsealed')}</span>}
        {hit.classification === 'internal' ? <b>{t('internal')}</b> : null}
        {hit.supersededBy ? <span>{t('superseded')}</span> : null}
      </div>
      <h3 className={classes.title}>
        <Title hit={hit} />
      </h3>
      <Where hit={hit} />
      <Pieces hit={hit} />
    </li>
  )
}

/** @param stale others are being asked for: these answered what was typed before */
export const Hits = ({ hits, stale }: { hits: readonly Hit[]; stale: boolean }) => (
  <ol className={classes.hits} data-rows data-stale={stale || undefined} aria-busy={stale}>
    {hits.map((hit) => (
      <One key={hit.id} hit={hit} />
    ))}
  </ol>
)
