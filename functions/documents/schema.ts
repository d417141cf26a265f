// Documents rendered from minutes: what is kept of each. Shapes.
import * as z from 'zod'

/** A rendered file. It lies in the archive's bucket at `sha256/<sha256>`, as a record does. */
export const StoredDocument = z.object({
  /** Where it stands in a package, below `data/`: `bien-ban.pdf`, `phu-luc/01-diem-danh-ninh-binh.pdf`. ASCII. */
  path: z.string().regex(/^[a-z0-9./-]+$/),
  /** What people read it as: `Biên bản`, `Phụ lục I. Điểm danh – Công an tỉnh Ninh Bình`. */
  title: z.string(),
  type: z.string(),
  bytes: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StoredDocument = z.infer<typeof StoredDocument>

/** The files of minutes as signed: `of` is the SHA-256 of the canonical form of what they were rendered from. */
export const RenderedDocuments = z.object({
  of: z.string(),
  renderedAt: z.string(),
  documents: z.array(StoredDocument),
})
export type RenderedDocuments = z.infer<typeof RenderedDocuments>
