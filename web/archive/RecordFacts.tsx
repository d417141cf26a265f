// What anybody needs to check the record without us: digest, link of the chain, signatures, keys.
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { RecordView, SealedRecord } from '#functions/archive/schema.ts'
import type { SignAct } from '#functions/minutes/schema.ts'
import { count, moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Archive.module.css'

type Props = { view: z.infer<typeof RecordView>; sealed: SealedRecord }

export const RecordFacts = ({ view, sealed }: Props) => {
  const { t } = useTranslation()
  const { entry } = view.link
  const { horizon } = sealed.minutes
  return (
    <Panel title={t('archive.facts')}>
      <dl className={classes.facts2}>
        <dt>{t('archive.digest')}</dt>
        <dd className={classes.hash}>{view.digest}</dd>
        <dt>{t('archive.chain')}</dt>
        <dd>
          {t('archive.link', { n: entry.n, at: moment(entry.at) })}
          <p className={classes.hash}>{t('archive.previous', { hash: entry.prev })}</p>
        </dd>
        {sealed.attestations.map(({ statement, kid }) => (
          <SignatureFacts
            key={statement.act}
            act={statement.act}
            name={statement.name}
            at={statement.at}
            kid={kid}
          />
        ))}
        <dt>{t('archive.horizon')}</dt>
        <dd>
          {t('archive.events', { count: horizon.count, shown: count(horizon.count) })}
          <p className={classes.hash}>{horizon.digest}</p>
        </dd>
        {sealed.keys.map(({ kid, fingerprint }) => (
          <KeyFacts key={kid} kid={kid} fingerprint={fingerprint} />
        ))}
      </dl>
    </Panel>
  )
}

type SignatureProps = {
  act: SignAct
  name: string
  at: string
  kid: string
}

const signedAs = {
  'minutes.signed-by-secretary': 'archive.secretary',
  'minutes.signed-by-chair': 'archive.chair',
  'record.imported': 'archive.archivist',
} as const satisfies Record<SignAct, string>

const SignatureFacts = ({ act, name, at, kid }: SignatureProps) => {
  const { t } = useTranslation()
  return (
    <>
      <dt>{t(signedAs[act])}</dt>
      <dd>
        {name}
        <br />
        {moment(at)}
        <p className={classes.hash}>{kid}</p>
      </dd>
    </>
  )
}

const KeyFacts = ({ kid, fingerprint }: { kid: string; fingerprint: string }) => {
  const { t } = useTranslation()
  return (
    <>
      <dt>{t('archive.key')}</dt>
      <dd className={classes.hash}>
        {kid}
        <br />
        SHA-256 {fingerprint}
      </dd>
    </>
  )
}
