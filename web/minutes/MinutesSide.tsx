// What stands beside the minutes, one thing at a time: the printed pages, evidence, wordings, comments, steps.
import { Tabs } from '@mantine/core'
import '@mantine/core/styles/Tabs.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { disagreementsOf } from '#web/attendance/attendance-queries.ts'
import { useMay } from '#web/lib/useMe.ts'
import './add-words.ts'
import { BlockComments } from './BlockComments.tsx'
import { BlockRevisions } from './BlockRevisions.tsx'
import type { Chosen } from './chosen.rules.ts'
import { Differing } from './Differing.tsx'
import classes from './Editor.module.css'
import { Evidence } from './Evidence.tsx'
import { MinutesSteps } from './MinutesSteps.tsx'
import { PrintedPages } from './PrintedPages.tsx'
import { SaveDraft } from './SaveDraft.tsx'
import type { MinutesAct } from './useMinutesAct.ts'
import { Versions } from './Versions.tsx'

const tabs = ['print', 'evidence', 'revisions', 'comments', 'differing', 'steps'] as const
export type Tab = (typeof tabs)[number]

type Props = {
  conference: Conference
  minutes: MinutesView
  chosen: Chosen | undefined
  /** Open ones. */
  comments: number
  tab: Tab
  busy: boolean
  onTab: (tab: Tab) => void
  onChoose: (block: string) => void
  onAct: (act: MinutesAct) => void
}

export const MinutesSide = (props: Props) => {
  const { conference, minutes, comments, tab, onTab } = props
  const { t } = useTranslation('minutes')
  const { data } = useQuery(disagreementsOf(conference.id))
  const unsettled = minutes.state === 'draft' ? (data?.unsettled ?? 0) : 0
  const shown = tabs.filter((one) => one !== 'differing' || unsettled > 0)
  const open = shown.includes(tab) ? tab : 'steps'
  const word = (one: Tab): string => {
    if (one === 'differing') return t('tab.differing', { count: unsettled })
    if (one === 'comments' && comments > 0) return t('tab.commentsOf', { count: comments })
    return t(`tab.${one}`)
  }
  return (
    <aside className={`${classes.side} no-print`} aria-label={t('tab.label')}>
      <Tabs value={open} onChange={(value) => onTab(value as Tab)} keepMounted={false}>
        <Tabs.List aria-label={t('tab.label')}>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one} data-wanting={one === 'differing' || undefined}>
              {word(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.panel} tabIndex={0}>
            <Shown {...props} tab={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </aside>
  )
}

const Shown = ({ conference, minutes, chosen, tab, busy, onChoose, onAct }: Props) => {
  const may = useMay(conference)
  const { id } = conference
  const block = minutes.blocks.find((one) => one.id === chosen?.block)
  switch (tab) {
    case 'print':
      return <PrintedPages conferenceId={id} version={minutes.version} />
    case 'evidence':
      return <Evidence conferenceId={id} block={block} sentence={chosen?.sentence ?? 0} />
    case 'revisions':
      return <BlockRevisions conferenceId={id} block={block} />
    case 'comments':
      return (
        <BlockComments
          conferenceId={id}
          blocks={minutes.blocks}
          chosen={block}
          mayComment={minutes.state !== 'sealed' && may('minutes:comment')}
          onChoose={onChoose}
        />
      )
    case 'differing':
      return <Differing conferenceId={id} settles={may('disagreement:settle')} />
    case 'steps':
      return (
        <div className={classes.left}>
          <MinutesSteps conference={conference} minutes={minutes} busy={busy} onAct={onAct} />
          <Versions conferenceId={id} />
          <SaveDraft conferenceId={id} />
        </div>
      )
  }
}
