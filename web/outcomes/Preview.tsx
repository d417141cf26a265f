// The entry while it is typed: what minutes will say, what was read of it, what is still unknown.
import { useTranslation } from 'react-i18next'
import { quantityWords } from '#functions/outcomes/number.rules.ts'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { Flags } from './Flags.tsx'
import classes from './Outcomes.module.css'
import { type Fields, previewOf } from './outcome-fields.ts'

type Props = {
  kind: OutcomeKind
  fields: Fields
  /** Where it will say so, if not in minutes. */
  label?: string
}
type Read = { [word: string]: string | number | undefined }

const partsOrder = ['type', 'name', 'number', 'year', 'symbol', 'date', 'issuer', 'about'] as const

/** Told politely: a screen reader hears it once the typing pauses. */
export const Preview = ({ kind, fields, label }: Props) => {
  const { t } = useTranslation('outcomes')
  const what = label ?? t('preview')
  const preview = previewOf(kind, fields)
  return (
    <section className={classes.preview} aria-label={what} aria-live="polite">
      <p className={classes.quiet}>{what}</p>
      {preview ? <p className={classes.text}>{preview.text}</p> : <p>{t('previewEmpty')}</p>}
      {preview?.kind === 'citation' ? <Parts parts={preview.parts} /> : null}
      {preview?.kind === 'figure' && preview.quantity ? (
        <Quantity words={quantityWords(preview.quantity)} unit={preview.unit} />
      ) : null}
      {preview ? <Flags flags={preview.flags} /> : null}
      {preview?.flags.length === 0 ? <p className={classes.quiet}>{t('complete')}</p> : null}
    </section>
  )
}

const Parts = ({ parts }: { parts: Read | undefined }) => {
  const { t } = useTranslation('outcomes')
  if (!parts) return null
  return (
    <dl className={classes.read}>
      {partsOrder.map((part) =>
        parts[part] === undefined ? null : (
          <div key={part}>
            <dt>{t(`read.${part}`)}</dt>
            <dd>{parts[part]}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const Quantity = ({ words, unit }: { words: string; unit: string | undefined }) => {
  const { t } = useTranslation('outcomes')
  return (
    <dl className={classes.read}>
      <div>
        <dt>{t('read.quantity')}</dt>
        <dd>{words}</dd>
      </div>
      {unit ? (
        <div>
          <dt>{t('read.unit')}</dt>
          <dd>{unit}</dd>
        </div>
      ) : null}
    </dl>
  )
}
