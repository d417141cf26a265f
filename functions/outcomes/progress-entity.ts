// Progress of directives and the places where they are found, in the table.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { all, type Item, type Key, load, loadMany, page } from '#functions/shared/table.ts'
import { loadDirectives } from './entity.ts'
import { DirectivePlace, Progress, ProgressAct } from './progress.schema.ts'

const progressKey = (conferenceId: string, directiveId: string): Key => ({
  pk: `${conferencePartition(conferenceId)}#OUTCOMES`,
  sk: `PROGRESS#${directiveId}`,
})

/** Everybody's last word: an item may have 400 KB, and words are added for years. */
export const progressItem = (progress: Progress): Item & { version: number } => ({
  ...progress,
  ...progressKey(progress.conferenceId, progress.directiveId),
  type: 'directive-progress',
})

/** Everybody's last word on it; of one that nobody has spoken of yet, nothing. */
export const loadLastWords = async (conferenceId: string, directiveId: string): Promise<Progress> =>
  (await load(progressKey(conferenceId, directiveId), Progress)) ?? {
    conferenceId,
    directiveId,
    acts: [],
    version: 0,
  }

const actsUnder = (directiveId: string) => `PROGRESS#${directiveId}#`

/** One word on it, the how manieth: each is an item of its own. */
export const progressActItem = (
  { conferenceId, directiveId, version }: Progress,
  act: ProgressAct,
): Item => ({
  ...act,
  pk: progressKey(conferenceId, directiveId).pk,
  sk: `${actsUnder(directiveId)}${String(version).padStart(6, '0')}`,
  type: 'directive-act',
})

/** So many of the newest words are told. */
const actsMost = 500

/** What was said of it, oldest first. */
export const loadProgress = async (conferenceId: string, directiveId: string): Promise<Progress> => {
  const { pk } = progressKey(conferenceId, directiveId)
  const [last, acts] = await Promise.all([
    loadLastWords(conferenceId, directiveId),
    all({ pk, begins: actsUnder(directiveId), newestFirst: true, limit: actsMost }, ProgressAct),
  ])
  return { ...last, acts: acts.toReversed() }
}

const partition = (unitId: string) => `DIRECTIVES#${unitId}`

export const placeItem = (place: DirectivePlace): Item => ({
  ...place,
  pk: partition(place.unitId),
  sk: place.directiveId,
  type: 'directive-place',
})

/** Places under one unit, the latest entered first, before the one already seen. */
export const placesBefore = (unitId: string, before: string | undefined, limit: number) =>
  page(
    {
      pk: partition(unitId),
      newestFirst: true,
      limit,
      ...(before ? { after: { pk: partition(unitId), sk: before } } : {}),
    },
    DirectivePlace,
  )

/** Directives and everybody's last word on them, by id. */
export const loadTasks = async (places: readonly DirectivePlace[]) => {
  const [directives, progress] = await Promise.all([
    loadDirectives(places),
    loadMany(
      places.map(({ conferenceId, directiveId }) => progressKey(conferenceId, directiveId)),
      Progress,
    ),
  ])
  return {
    directives: new Map(directives.map((one) => [one.id, one])),
    progress: new Map(progress.map((one) => [one.directiveId, one])),
  }
}
