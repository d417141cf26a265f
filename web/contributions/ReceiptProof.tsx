// Whoever keeps a receipt sees for themselves that it is of what the house keeps: hashed here, on this device.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { filing } from '#web/lib/api.ts'
import { saveFile } from '#web/lib/save-file.ts'
import { sha256Of } from '#web/lib/sha256.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useTry } from '#web/ui/useTry.ts'
import classes from './Receipt.module.css'

type Props = { contribution: Pick<Contribution, 'id' | 'conferenceId' | 'receipt'>; digest: string }

/** The bytes whose hash the receipt names. */
const bytesOf = async ({ id, conferenceId, receipt }: Props['contribution']): Promise<ArrayBuffer> => {
  const versions = filing.conferences[':id'].contributions[':ctb'].versions
  const param = { id: conferenceId, ctb: id, number: String(receipt.number) }
  const answer = await versions[':number']['receipt.json'].$get({ param })
  return answer.arrayBuffer()
}

export const ReceiptProof = ({ contribution, digest }: Props) => {
  const { t } = useTranslation('delegate')
  const [right, setRight] = useState<boolean>()
  const check = useTry(async () => setRight((await sha256Of(await bytesOf(contribution))) === digest))
  const save = useTry(async () =>
    saveFile(
      new Blob([await bytesOf(contribution)], { type: 'application/json' }),
      `${contribution.id}-${contribution.receipt.number}.json`,
    ),
  )
  const error = check.error ?? save.error
  return (
    <>
      <Button variant="default" onClick={check.run} loading={check.running}>
        {t('receipt.check')}
      </Button>
      <Button variant="default" onClick={save.run} loading={save.running}>
        {t('receipt.save')}
      </Button>
      {error ? <ProblemNote error={error} /> : null}
      {right === undefined || check.error ? null : (
        <p role="status" className={right ? classes.good : classes.bad}>
          {t(right ? 'receipt.right' : 'receipt.wrong')}
        </p>
      )}
    </>
  )
}
