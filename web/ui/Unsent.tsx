// The mark of what was done here and the server does not have yet: a glyph and the word.
import { IconCloudUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import '#web/bridge-points/operator/add-words.ts'
import classes from './Unsent.module.css'

export const Unsent = () => {
  const { t } = useTranslation('operator')
  return (
    <span className={classes.unsent} data-unsent>
      <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
      {t('unsent.word')}
    </span>
  )
}
