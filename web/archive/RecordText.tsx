// The signed paragraphs, sentence by sentence: a click on one tells below it what it rests on.
import { Fragment, useState } from 'react'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import type { Sentence } from '#functions/minutes/sentence.schema.ts'
import { sentencesOf } from '#functions/minutes/sentences.rules.ts'
import './add-record-words.ts'
import { Basis } from './Basis.tsx'
import classes from './Record.module.css'

type Block = RecordSheet['text']['blocks'][number]
type Placed = { at: number; sentence: Sentence }

/** A block's first line is its sentence, the others its items. */
const linesOf = (block: Block): Placed[][] => {
  const lines: Placed[][] = []
  sentencesOf({ ...block, sentences: block.sentences ?? [] }).forEach((sentence, at) => {
    if (at === 0 || sentence.line) lines.push([{ at, sentence }])
    else lines.at(-1)?.push({ at, sentence })
  })
  return lines
}

export const RecordText = ({ sheet }: { sheet: RecordSheet }) => {
  const [chosen, setChosen] = useState<{ block: string; at: number }>()
  return sheet.text.blocks.map((block) => (
    <Paragraphs
      key={block.id}
      sheet={sheet}
      block={block}
      chosen={chosen?.block === block.id ? chosen.at : undefined}
      onChoose={(at) => setChosen(at === undefined ? undefined : { block: block.id, at })}
    />
  ))
}

type Props = {
  sheet: RecordSheet
  block: Block
  chosen: number | undefined
  onChoose: (at: number | undefined) => void
}

const Paragraphs = ({ sheet, block, chosen, onChoose }: Props) => {
  const lines = linesOf(block)
  const sentence = lines.flat().find(({ at }) => at === chosen)?.sentence
  return (
    <div className={classes.block} data-block>
      {lines.map((line) => (
        <p key={line[0]?.at}>
          {line.map(({ at, sentence: { text } }, place) => (
            <Fragment key={at}>
              {place > 0 ? ' ' : null}
              <a
                href={`#${block.id}`}
                data-sentence
                aria-current={at === chosen ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  onChoose(at === chosen ? undefined : at)
                }}
              >
                {text}
              </a>
            </Fragment>
          ))}
        </p>
      ))}
      {sentence ? <Basis sheet={sheet} sentence={sentence} onClose={() => onChoose(undefined)} /> : null}
    </div>
  )
}
