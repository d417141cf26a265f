// The minutes and the work at them: the sheet at the left, at the right what a sentence rests on, as what it prints, …
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Block, MinutesView } from '#functions/minutes/schema.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { useMay } from '#web/lib/useMe.ts'
import { AddBlock } from './AddBlock.tsx'
import { AddendumNote } from './AddendumNote.tsx'
import { BlockForm } from './BlockForm.tsx'
import type { Chosen } from './chosen.rules.ts'
import classes from './Editor.module.css'
import { EditorBlock } from './EditorBlock.tsx'
import { LateNote } from './LateNote.tsx'
import { MinutesSheet } from './MinutesSheet.tsx'
import { MinutesSide, type Tab } from './MinutesSide.tsx'
import { OldRefsNote } from './OldRefsNote.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import type { MinutesAct } from './useMinutesAct.ts'
import { commentsOf } from './work-queries.ts'

type Props = {
  conference: Conference
  agency: string
  minutes: MinutesView
  busy: boolean
  onAct: (act: MinutesAct) => void
}

/** A paragraph whose words were being typed when the page was left is open again. */
const leftOpen = (conferenceId: string, { blocks }: MinutesView): string | undefined =>
  blocks.find(({ id }) => hasDraft(`minutes.${conferenceId}.${id}`))?.id

/** How many open comments each paragraph has. */
const useComments = (conferenceId: string): Map<string, number> => {
  const { data } = useQuery(commentsOf(conferenceId))
  const open = data?.items.filter(({ resolved }) => !resolved) ?? []
  return new Map([...Map.groupBy(open, ({ block }) => block)].map(([block, all]) => [block, all.length]))
}

export const MinutesEditor = ({ conference, agency, minutes, busy, onAct }: Props) => {
  const { id } = conference
  const { t } = useTranslation()
  const may = useMay(conference)
  const mayDraft = may('minutes:draft')
  const mayEdit = mayDraft && minutes.state === 'draft'
  const comments = useComments(id)
  const [chosen, setChosen] = useState<Chosen>()
  const [editing, setEditing] = useState(() => leftOpen(id, minutes))
  const [asked, setTab] = useState<Tab>()
  // Whoever writes looks at the pages, whoever signs at how far they have come, until something else is asked for.
  const tab = asked ?? (mayEdit ? 'print' : 'steps')
  const choose = (next: Chosen) => {
    setChosen(next)
    if (tab === 'print' || tab === 'steps' || tab === 'differing') setTab('evidence')
  }
  const show = (block: string, on: Tab) => {
    setChosen({ block, sentence: 0 })
    setTab(on)
  }
  const draw = (block: Block) =>
    mayEdit && editing === block.id ? (
      <BlockForm key={block.id} conferenceId={id} block={block} onDone={() => setEditing(undefined)} />
    ) : (
      <EditorBlock
        key={block.id}
        block={block}
        chosen={chosen}
        onChoose={choose}
        comments={comments.get(block.id) ?? 0}
        editors={minutes.editing.filter((editor) => editor.block === block.id)}
        onComments={() => show(block.id, 'comments')}
        onEdit={mayEdit ? () => setEditing(block.id) : undefined}
      />
    )
  return (
    <div className={classes.columns}>
      <section className={classes.left} aria-label={t('section.minutes')}>
        <AddendumNote conferenceId={id} minutes={minutes} mayDraft={mayDraft} />
        <LateNote conferenceId={id} minutes={minutes} mayDraft={mayDraft} />
        <RefusalNote minutes={minutes} />
        {mayEdit ? <OldRefsNote minutes={minutes} /> : null}
        <MinutesSheet
          title={conference.title}
          agency={agency}
          number={minutes.number?.text}
          blocks={minutes.blocks}
          attestations={minutes.attestations}
          sealed={minutes.state === 'sealed'}
          addendum={minutes.kind === 'addendum'}
        >
          {minutes.blocks.map(draw)}
        </MinutesSheet>
        {mayEdit ? <AddBlock conferenceId={id} /> : null}
      </section>
      <MinutesSide
        conference={conference}
        minutes={minutes}
        chosen={chosen}
        comments={[...comments.values()].reduce((sum, count) => sum + count, 0)}
        tab={tab}
        busy={busy}
        onTab={setTab}
        onChoose={(block) => show(block, tab)}
        onAct={onAct}
      />
    </div>
  )
}
