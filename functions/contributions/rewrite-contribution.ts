// Hand in a new version: earlier ones stay, so that versions can be compared.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { contributionItem, loadContribution, loadTexts, textItem } from './entity.ts'
import { contributionRewritten } from './events.ts'
import { receiptOf } from './hash.ts'
import type { TextInput } from './input.schema.ts'
import { nameAuthor, nameCoAuthors } from './name-authors.ts'
import { expectEditable, expectSubstance, rewritten, type Submission } from './rules.ts'
import type { Contribution } from './schema.ts'
import { takeFiles } from './take-files.ts'
import { expectDeciding, latenessOf } from './time.rules.ts'

/** What is not told of authors stays; a presenter of null goes. */
const peopleBehind = async (conference: Conference, current: Contribution, input: TextInput) => {
  const { coAuthors, presenter } = input
  const next = presenter ? await nameAuthor(conference, presenter, '/presenter') : undefined
  const kept = presenter === undefined ? current.presenter : next
  return {
    author: current.author,
    coAuthors: coAuthors ? await nameCoAuthors(conference, coAuthors) : current.coAuthors,
    ...(kept ? { presenter: kept } : {}),
  }
}

/** Every file any version had: one may be taken up again. */
const filesBefore = async ({ conferenceId, id }: Contribution) =>
  (await loadTexts(conferenceId, id)).flatMap(({ files }) => files)

const takeOver = async (actor: Actor, current: Contribution, { files }: TextInput) =>
  files ? takeFiles(actor, files, await filesBefore(current)) : { files: current.files, uses: [] }

/**
 * @param version the version the writer read, from `If-Match`
 * @throws Problem `not-allowed`, `stale-version`, `contribution-state`, `contribution-versions-full`, `conference-state`, `person-unknown`, and those of files
 */
export const rewriteContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
  version: number,
  input: TextInput,
): Promise<Contribution> => {
  const [conference, current] = await Promise.all([loadConference(at.id), loadContribution(at.id, at.ctb)])
  allowOwn(actor, 'contribution:submit', conference, current)
  expectVersion(current.version, version)
  expectEditable(current)
  expectDeciding(conference)
  const { files, uses } = await takeOver(actor, current, input)
  const people = await peopleBehind(conference, current, input)
  const submission: Submission = { title: input.title, text: input.text ?? '', files, ...people }
  expectSubstance(current.kind, submission)
  const receivedAt = now().toISOString()
  const receipt = receiptOf(current, submission, { number: current.receipt.number + 1, receivedAt })
  const lateness = latenessOf(conference, current.kind, receivedAt)
  const next = rewritten(current, submission, receipt, lateness)
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const text = { ...receipt, ...submission, ...lateness, contributionId: next.id, by }
  await write(
    actor,
    next.id,
    putNext(contributionItem(next)),
    putNew(textItem(at.id, text)),
    ...uses,
    emit(actor, contributionRewritten(next)),
  )
  return next
}
