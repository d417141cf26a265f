// Whose signature is due: the role, and the persons who hold it.
import { useTranslation } from 'react-i18next'
import type { SignerDue } from '#functions/minutes/parts.schema.ts'
import './add-words.ts'
import classes from './Side.module.css'

export const NextSigner = ({ due: { role, people } }: { due: SignerDue }) => {
  const { t } = useTranslation('minutes')
  return (
    <div className={classes.next}>
      <p className={classes.told}>{t('next.title')}</p>
      <p>
        <b>{t(`next.${role}`)}</b>
        {people.length > 0 ? `: ${people.map(({ name }) => name).join('; ')}` : ''}
      </p>
      {people.length === 0 ? <p className={classes.told}>{t('next.nobody')}</p> : null}
    </div>
  )
}
