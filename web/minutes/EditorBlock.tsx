// One paragraph of the draft: each sentence opens what it rests on; edited words, comments and editors are marked.
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '#functions/minutes/parts.schema.ts'
import type { Block } from '#functions/minutes/schema.ts'
import { called } from '#web/lib/called.ts'
import './add-words.ts'
import { type Chosen, firstWords, linesOf } from './chosen.rules.ts'
import classes from './Editor.module.css'
import beside from './Margin.module.css'
import { isThisPage } from './useEditingClaim.ts'

type Props = {
  block: Block
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen) => void
  /** Open comments on it. */
  comments: number
  editors: readonly Editor[]
  onComments: () => void
  /** Given, it may be edited. */
  onEdit?: (() => void) | undefined
}

/** One sentence of a paragraph is reached by Tab, the others from there by the arrows. */
const step = (event: React.KeyboardEvent<HTMLAnchorElement>) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  const block = event.currentTarget.closest('[data-block]')
  if (!by || !block) return
  const all = [...block.querySelectorAll<HTMLElement>('a[data-sentence]')]
  const next = all[all.indexOf(event.currentTarget) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

export const EditorBlock = (props: Props) => {
  const { block, chosen, onChoose, onEdit } = props
  const { t } = useTranslation('minutes')
  const here = chosen?.block === block.id ? chosen.sentence : undefined
  return (
    <div className={classes.block} data-block data-chosen={here === undefined ? undefined : true}>
      <Sentences block={block} here={here} onChoose={onChoose} />
      <div className={`${beside.margin} ${classes.margin}`} data-margin>
        {onEdit ? (
          <button type="button" aria-label={t('block.editOf', { words: firstWords(block) })} onClick={onEdit}>
            {t('block.edit')}
          </button>
        ) : null}
        <Marks {...props} />
      </div>
    </div>
  )
}

type SentencesProps = { block: Block; here: number | undefined; onChoose: (chosen: Chosen) => void }

const Sentences = ({ block, here, onChoose }: SentencesProps) => (
  <div>
    {linesOf(block).map((line) => (
      <p key={line[0]?.at}>
        {line.map(({ text, at, edited, added }, place) => (
          <Fragment key={at}>
            {place > 0 ? ' ' : null}
            <a
              href={`#${block.id}`}
              data-sentence
              data-edited={edited || undefined}
              data-added={added || undefined}
              aria-current={here === at ? 'true' : undefined}
              tabIndex={at === (here ?? 0) ? 0 : -1}
              onKeyDown={step}
              onClick={(event) => {
                event.preventDefault()
                onChoose({ block: block.id, sentence: at })
              }}
            >
              {text}
            </a>
          </Fragment>
        ))}
      </p>
    ))}
  </div>
)

const Marks = ({ block, comments, editors, onComments }: Props) => {
  const { t } = useTranslation('minutes')
  const { sentences, place } = block
  const others = new Map(editors.filter((editor) => !isThisPage(editor)).map(({ sub, name }) => [sub, name]))
  const edited = block.edited || sentences.some((sentence) => sentence.edited)
  return (
    <>
      {edited ? <span className={classes.mark}>{t('block.edited')}</span> : null}
      {place === undefined ? <span className={classes.mark}>{t('block.own')}</span> : null}
      {comments > 0 ? (
        <button type="button" onClick={onComments}>
          {t('block.comments', { count: comments })}
        </button>
      ) : null}
      {[...others].map(([sub, name]) => (
        <span key={sub} className={classes.editor}>
          {t('block.editor', { name: called(name) })}
        </span>
      ))}
    </>
  )
}
