// Gives units a bridge point: all provincial police, the communes of one province, or those chosen; shows whom first.
import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { api, intent } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import notes from '#web/ui/Note.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import { JobProgress } from './JobProgress.tsx'
import { MeantPoints } from './MeantPoints.tsx'
import classes from './scheduling.module.css'
import type { Selection } from './scheduling-queries.ts'
import { UnitsPick } from './UnitsPick.tsx'

const ways = ['provincial-police', 'communes', 'pick'] as const
type Way = (typeof ways)[number]
type Given = Selection | { unitIds: string[] }

/** The job that gives them, where they are many; otherwise nothing but that it is done. */
const give = (id: string) => async (json: Given, key: string) => {
  const answer = await api.conferences[':id']['bridge-points'].$post({ param: { id }, json }, intent(key))
  return answer.headers.get('location')?.match(/job_\w+/)?.[0]
}

const givenBy = (way: Way, province: string, picked: readonly string[]): Given | undefined => {
  if (way === 'pick') return picked.length > 0 ? { unitIds: [...picked] } : undefined
  return { all: way, ...(way === 'communes' && province ? { of: province } : {}) }
}

export const PointsGiver = ({ conference, failed }: { conference: Conference; failed: boolean }) => {
  const { t } = useTranslation('scheduling')
  const { id, startsAt } = conference
  const { data: board } = useQuery(boardOf(id))
  const [way, setWay] = useState<Way>('provincial-police')
  const [province, setProvince] = useState('')
  const [picked, setPicked] = useState<string[]>([])
  const act = useAct(give(id), [conferenceKey(id)])
  const given = givenBy(way, province, picked)
  const there = board?.items.length
  const day = civilDay(startsAt)
  return (
    <Panel
      title={t('points.title')}
      aside={there === undefined ? '' : t('points.there', { many: count(there) })}
    >
      <div className={classes.stack}>
        {failed && there === 0 ? (
          <div className={notes.note} data-tone="problem" role="alert">
            <p className={notes.what}>{t('points.failed')}</p>
            <p>{t('points.failedHint')}</p>
          </div>
        ) : null}
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <NativeSelect
          label={t('points.way')}
          value={way}
          onChange={({ currentTarget: { value } }) => setWay(ways.find((one) => one === value) ?? 'pick')}
          data={ways.map((one) => ({ value: one, label: t(`points.ways.${one}`) }))}
        />
        {way === 'communes' ? (
          <UnitField
            label={t('points.province')}
            description={t('points.provinceHint')}
            type="provincial-police"
            on={day}
            value={province}
            onChange={setProvince}
          />
        ) : null}
        {way === 'pick' ? (
          <UnitsPick day={day} there={board?.items ?? []} value={picked} onChange={setPicked} />
        ) : (
          <MeantPoints
            id={id}
            selection={{ all: way, ...(way === 'communes' && province ? { of: province } : {}) }}
          />
        )}
        <div className={classes.acts}>
          <Button
            variant="default"
            disabled={!given}
            loading={act.isPending}
            onClick={() => given && act.mutate(given, { onSuccess: () => setPicked([]) })}
          >
            {way === 'pick' ? t('points.givePicked', { count: picked.length }) : t('points.give')}
          </Button>
          {act.isSuccess && !act.data ? (
            <span role="status" className={classes.quiet}>
              {t('points.given')}
            </span>
          ) : null}
        </div>
        {act.data ? <JobProgress job={act.data} what={t('job.points')} conference={id} /> : null}
      </div>
    </Panel>
  )
}
