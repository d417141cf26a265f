// The foot of the minutes: secretary left, chair right, each with what was attested and when.
import { useTranslation } from 'react-i18next'
import type { Attestation, SignAct } from '#functions/minutes/schema.ts'
import { moment } from '#web/lib/format.ts'
import classes from './MinutesSheet.module.css'

const places: { act: SignAct; title: string }[] = [
  { act: 'minutes.signed-by-secretary', title: 'THƯ KÝ' },
  { act: 'minutes.signed-by-chair', title: 'CHỦ TỌA' },
]

export const Signatures = ({ attestations }: { attestations: readonly Attestation[] }) => {
  const { t } = useTranslation()
  return (
    <div className={classes.signatures}>
      {places.map(({ act, title }) => {
        const found = attestations.find(({ statement }) => statement.act === act)
        return (
          <div key={act}>
            <p className={classes.place}>{title}</p>
            {found ? (
              <>
                <p className={classes.signed}>
                  <span className={classes.seal} aria-hidden="true" />
                  {t('minutes.signedAt', { at: moment(found.statement.at) })}
                </p>
                <p className={classes.signer}>{found.statement.name}</p>
              </>
            ) : (
              <p className={classes.unsigned}>{t('minutes.unsigned')}</p>
            )}
          </div>
        )
      })}
    </div>
  )
}
