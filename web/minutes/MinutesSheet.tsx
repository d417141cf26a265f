// Minutes on paper, in the form of Mẫu 1.9 of Nghị định 30/2020/NĐ-CP; a sealed record is shown by the same sheet.
import '#web/ui/document.css'
import { useId } from 'react'
import { meetingName } from '#functions/conferences/title.rules.ts'
import type { Attestation, Block } from '#functions/minutes/schema.ts'
import { BlockParagraph } from './BlockParagraph.tsx'
import classes from './MinutesSheet.module.css'
import { Signatures } from './Signatures.tsx'

export type SheetBlock = Pick<Block, 'id' | 'kind' | 'text' | 'events' | 'evidence'>

type Props = {
  title: readonly string[]
  agency: string
  number: string | undefined
  blocks: readonly SheetBlock[]
  attestations: readonly Attestation[]
  sealed: boolean
  /** Given, each paragraph offers to be edited. */
  onEdit?: ((block: SheetBlock) => void) | undefined
}

export const MinutesSheet = ({ title, agency, number, blocks, attestations, sealed, onEdit }: Props) => {
  const id = useId()
  return (
    <article
      data-document
      className={classes.sheet}
      lang="vi"
      aria-labelledby={id}
      data-sealed={sealed || undefined}
    >
      <header className={classes.letterhead}>
        <div>
          <p className={classes.agency}>{agency}</p>
          <hr />
          <p>Số: {number ?? '…/BB-…'}</p>
        </div>
        <div>
          <p className={classes.country}>Cộng hòa xã hội chủ nghĩa Việt Nam</p>
          <p className={classes.motto}>Độc lập - Tự do - Hạnh phúc</p>
          <hr />
        </div>
      </header>
      <h2 id={id} className={classes.title}>
        BIÊN BẢN
        <span>{meetingName(title)}</span>
      </h2>
      {blocks.map((block) => (
        <BlockParagraph key={block.id} block={block} onEdit={onEdit} />
      ))}
      <Signatures attestations={attestations} />
      <p className={classes.recipients}>
        <b>Nơi nhận:</b>
        <br />- Lưu: VT, Hồ sơ.
      </p>
    </article>
  )
}
