// Minutes on paper, in the form of Mẫu 1.9 of Nghị định 30/2020/NĐ-CP; a sealed record is shown by the same sheet.
import '#web/ui/document.css'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { titleLines } from '#functions/conferences/title.rules.ts'
import type { Attestation, Block } from '#functions/minutes/schema.ts'
import { moment } from '#web/lib/format.ts'
import { BlockParagraph } from './BlockParagraph.tsx'
import classes from './MinutesSheet.module.css'
import { Signatures } from './Signatures.tsx'

/** A block of minutes; of records sealed before sentences were kept, one with its events alone. */
export type SheetBlock = Pick<Block, 'id' | 'kind' | 'text' | 'events'> & {
  sentences?: Block['sentences'] | undefined
}

type Props = {
  title: readonly string[]
  agency: string
  number: string | undefined
  blocks: readonly SheetBlock[]
  attestations: readonly Attestation[]
  sealed: boolean
  /** Of a past conference entered from documents: no minutes with a number and two signatures. */
  historical?: boolean
  /** It takes the place of minutes sealed before. */
  addendum?: boolean
  /** Given, this is no draft yet: what it is says so above it, on paper too, and there is nothing to sign. */
  preview?: string
  /** Given, the paragraphs as an editor draws them; else they are as they read. */
  children?: React.ReactNode
}

const headingOf = ({ historical, addendum }: Props): string => {
  if (historical) return 'HỒ SƠ HỘI NGHỊ'
  return addendum ? 'BIÊN BẢN BỔ SUNG' : 'BIÊN BẢN'
}

export const MinutesSheet = (props: Props) => {
  const { title, agency, number, blocks, attestations, sealed, preview, historical, children } = props
  const id = useId()
  return (
    <article
      data-document
      className={classes.sheet}
      lang="vi"
      aria-labelledby={id}
      data-sealed={sealed || undefined}
      data-preview={preview === undefined ? undefined : true}
    >
      {preview === undefined ? null : <Mark>{preview}</Mark>}
      <header className={classes.letterhead}>
        <div>
          <p className={classes.agency}>{historical ? 'Hồ sơ lưu trữ' : agency}</p>
          <hr />
          <p>{historical ? '(lập từ tư liệu)' : `Số: ${number ?? '…/BB-…'}`}</p>
        </div>
        <div>
          <p className={classes.country}>Cộng hòa xã hội chủ nghĩa Việt Nam</p>
          <p className={classes.motto}>Độc lập - Tự do - Hạnh phúc</p>
          <hr />
        </div>
      </header>
      <h2 id={id} className={classes.title}>
        {headingOf(props)}
        {titleLines(title).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
      {children ?? blocks.map((block) => <BlockParagraph key={block.id} block={block} />)}
      {preview === undefined && !historical ? <Signatures attestations={attestations} /> : null}
      {historical ? <Attested attestations={attestations} /> : null}
      <p className={classes.recipients}>
        <b>Nơi nhận:</b>
        <br />- Lưu: {historical ? '' : 'VT, '}Hồ sơ.
      </p>
    </article>
  )
}

/** Who answers for what was entered from documents. */
const Attested = ({ attestations }: Pick<Props, 'attestations'>) =>
  attestations.map(({ statement: { name, office, at } }) => (
    <p key={at} className={classes.recipients}>
      <b>Xác nhận nội dung nhập từ tài liệu:</b> {name === office ? name : `${name}, ${office}`}, {moment(at)}
      .
    </p>
  ))

/** The interface's own words on a sheet that is in Vietnamese. */
const Mark = ({ children }: { children: string }) => {
  const { i18n } = useTranslation()
  return (
    <p className={classes.preview} lang={i18n.language}>
      {children}
    </p>
  )
}
