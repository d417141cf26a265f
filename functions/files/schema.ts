// Uploaded files: what may be asked for, what becomes of it, and the types the house takes. Pure.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'

export const UploadId = idOf('upl')
export const UploadPath = z.object({ upload: UploadId })

/** The types the house takes anywhere, by media type; each use narrows them. */
export const extensions = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const
export const FileType = z.enum(Object.keys(extensions) as [keyof typeof extensions])
export type FileType = z.infer<typeof FileType>

/** 20 MB, as people count them. */
export const mostBytes = 20 * 1024 * 1024

/** SHA-256 as `sha256sum` prints it. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')

export const UploadInput = z.strictObject({
  /** As the person knows the file; a name, not a path. */
  name: line(200).regex(/^[^/\\]+$/, 'a file name has no slashes'),
  type: FileType,
  bytes: z.number().int().min(1).max(mostBytes),
  sha256: Sha256,
})
export type UploadInput = z.infer<typeof UploadInput>

/** asked → checked → used; or asked → refused. */
const UploadState = z.enum(['asked', 'checked', 'used', 'refused'])

export const Upload = z.object({
  id: UploadId,
  name: z.string(),
  type: FileType,
  bytes: z.number(),
  sha256: Sha256,
  state: UploadState,
  askedAt: z.string(),
  checkedAt: z.string().optional(),
})
export type Upload = z.infer<typeof Upload>

/** As kept: who asked, where the bytes lie until they are checked, and why they were refused. */
export const StoredUpload = Upload.extend({
  sub: z.string(),
  quarantine: z.string(),
  refusal: z.object({ slug: z.string(), detail: z.string().optional() }).optional(),
  version: z.number(),
  ttl: z.number(),
})
export type StoredUpload = z.infer<typeof StoredUpload>

/** An address to PUT the bytes to until `expiresAt`, with exactly these headers; the browser adds Content-Length itself. */
export const UploadTicket = Upload.extend({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
})

/** A file of ours: its digest is its address. */
export const HouseFile = z.object({
  digest: Sha256,
  bytes: z.number(),
  type: FileType,
  name: z.string(),
})
export type HouseFile = z.infer<typeof HouseFile>

/** Where a file lies: the one key that is ever referenced. */
export const fileKey = (digest: string): string => `files/${digest}`

/** What a job made, as its result. */
export const ExportFile = z.object({
  name: z.string(),
  type: z.string(),
  digest: Sha256,
  bytes: z.number(),
  /** Where it lies, if not under its digest: what streamed into the store had none before. */
  key: z.string().optional(),
})
export type ExportFile = z.infer<typeof ExportFile>

/** A job's result that is a file, among whatever else it tells. */
export const JobResultFile = z.object({ file: ExportFile })

export const ResultPath = z.object({ id: idOf('job') })

export const exportKey = (jobId: string, digest: string): string => `exports/${jobId}/${digest}`

/** Packages of records and extracts. @param run each run of the job puts under a name of its own */
export const packageKey = (jobId: string, run: string): string => `packages/${jobId}/${run}`
