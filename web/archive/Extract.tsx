// A certified extract of one point or one contribution: asked for, followed while it is made, saved.
import { useTranslation } from 'react-i18next'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { archive, intent } from '#web/lib/api.ts'
import './add-record-words.ts'

type Props = {
  record: string
  /** Whose extract it is, for those who hear the button alone. */
  name: string
  member: { pointId: string } | { contributionId: string }
}

export const Extract = ({ record, name, member }: Props) => {
  const { t } = useTranslation('record')
  return (
    <MakeFile
      choices={[{ order: member, label: t('extract.act'), said: t('extract.of', { name }) }]}
      start={async (json, key) =>
        (await archive[':record'].extracts.$post({ param: { record }, json }, intent(key))).json()
      }
      counts="bytes"
    />
  )
}
