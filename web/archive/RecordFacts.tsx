// What anybody needs to check the record without us: digest, who signed as what, link of the chain, checkpoint, keys, files.
import { useTranslation } from 'react-i18next'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import { count, moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import './add-record-words.ts'
import classes from './Record.module.css'

type Props = { sheet: RecordSheet }

export const RecordFacts = ({ sheet }: Props) => {
  const house = useTranslation().t
  const { t } = useTranslation('record')
  const { horizon } = sheet.text
  return (
    <Panel title={house('archive.facts')}>
      <dl className={classes.facts}>
        <dt>{t('facts.digest')}</dt>
        <dd className={classes.hash}>{sheet.digest}</dd>
        {sheet.attestations.map(({ statement: { act, name, office, at }, kid }) => (
          <Fact key={act} term={t(`facts.signed.${act}`)} hashes={[kid]}>
            {name === office ? name : t('facts.who', { name, office })}
            <br />
            {moment(at)}
          </Fact>
        ))}
        <Chain sheet={sheet} />
        <Fact term={t('facts.horizon')} hashes={[horizon.digest]}>
          {t('facts.events', {
            count: horizon.count,
            shown: count(horizon.count),
            at: moment(horizon.until),
          })}
        </Fact>
        {sheet.keys.map(({ kid, fingerprint }) => (
          <Fact key={kid} term={t('facts.key')} hashes={[kid, t('facts.fingerprint', { fingerprint })]} />
        ))}
      </dl>
      <Digests sheet={sheet} />
    </Panel>
  )
}

const Chain = ({ sheet: { link, chainLength, checkpoint } }: Props) => {
  const { t } = useTranslation('record')
  const { entry, hash } = link
  const prev = entry.n === 1 ? t('facts.first') : t('facts.prev', { hash: entry.prev })
  const day = checkpoint?.day.split('-').reverse().join('/')
  return (
    <>
      <Fact term={t('facts.chain')} hashes={[t('facts.hash', { hash }), prev]}>
        {t('facts.place', { n: count(entry.n), length: count(chainLength), at: moment(entry.at) })}
      </Fact>
      <Fact term={t('facts.checkpoint')}>
        {checkpoint ? t('facts.covered', { day, n: count(checkpoint.n) }) : t('facts.uncovered')}
      </Fact>
    </>
  )
}

type FactProps = { term: string; hashes?: readonly string[]; children?: React.ReactNode }

const Fact = ({ term, hashes = [], children }: FactProps) => (
  <>
    <dt>{term}</dt>
    <dd>
      {children}
      {hashes.map((hash) => (
        <p key={hash} className={classes.hash}>
          {hash}
        </p>
      ))}
    </dd>
  </>
)

const Digests = ({ sheet: { documents } }: Props) => {
  const { t } = useTranslation('record')
  if (documents.length === 0) return null
  return (
    <details className={classes.delegates}>
      <summary>{t('facts.documents', { count: documents.length, shown: count(documents.length) })}</summary>
      <ul className={classes.digests}>
        {documents.map(({ path, title, sha256 }) => (
          <li key={path}>
            {title}
            <p className={classes.hash}>{sha256}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
