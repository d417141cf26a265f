// What is sent in with contributions and opinions: texts, files, authors, and the words of each step. Pure.
import * as z from 'zod'
import { Sha256, UploadId } from '#functions/files/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Kind } from './schema.ts'

/** Whoever is not in the directory is entered by name, or by position alone. */
export const AuthorInput = z
  .strictObject({
    personId: namedIdOf('prs').optional(),
    rank: line(50).optional(),
    name: line(200).optional(),
    position: line(300).optional(),
  })
  .refine(
    ({ personId, name, position }) => personId ?? name ?? position,
    'a person, a name or a position is needed',
  )
export type AuthorInput = z.infer<typeof AuthorInput>

const AgendaItemId = line(50)
const Text = paragraphs(100_000)
const CoAuthors = z.array(AuthorInput).max(20)

/** Five files a version, each an upload that has been checked, or the digest of a file of an earlier version. */
const Files = z.array(z.union([UploadId, Sha256])).max(5)

export const opinionMost = 5_000

const shortOpinion = (input: { kind?: string | undefined; text?: string | undefined }) =>
  input.kind !== 'opinion' || (input.text ?? '').length <= opinionMost

export const ContributionInput = z
  .strictObject({
    kind: Kind.default('contribution'),
    /** An opinion may go without: its first words stand for one. */
    title: line(1000).optional(),
    /** May be left out where there is a file. */
    text: Text.optional(),
    files: Files.default([]),
    unitId: namedIdOf('unt'),
    author: AuthorInput,
    coAuthors: CoAuthors.default([]),
    presenter: AuthorInput.optional(),
    agendaItem: AgendaItemId.optional(),
    /** The turn of the floor an opinion was said in. */
    turn: idOf('flr').optional(),
  })
  .refine(shortOpinion, { path: ['text'], message: 'an opinion has at most 5,000 characters' })
  .refine(({ kind, title }) => kind === 'opinion' || title !== undefined, {
    path: ['title'],
    message: 'a title is needed',
  })
  .refine(({ kind, turn }) => kind === 'opinion' || turn === undefined, {
    path: ['turn'],
    message: 'only an opinion names its turn',
  })
export type ContributionInput = z.infer<typeof ContributionInput>

/** A new version. Files and authors that are not told stay as they were. */
export const TextInput = z.strictObject({
  title: line(1000),
  text: Text.optional(),
  files: Files.optional(),
  coAuthors: CoAuthors.optional(),
  presenter: AuthorInput.nullable().optional(),
})
export type TextInput = z.infer<typeof TextInput>

const NoteText = paragraphs(2000)
export const Note = z.strictObject({ note: NoteText })
export const MaybeNote = z.strictObject({ note: NoteText.optional() })
export const Remark = z.strictObject({ note: NoteText, toAuthor: z.boolean().default(false) })
export type Remark = z.infer<typeof Remark>

export const Scheduling = z.strictObject({
  agendaItem: AgendaItemId,
  /** Its place among those of the item; at the end unless told. */
  order: z.number().int().min(1).max(999).optional(),
})

/** The turn of the floor it was delivered in, where there was one. */
export const Delivery = z.strictObject({ turn: idOf('flr').optional() })
