// Progress of directives and the places where they are found, in the table.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { type Item, type Key, load, loadMany, page } from '#functions/shared/table.ts'
import { loadDirectives } from './entity.ts'
import { DirectivePlace, Progress } from './progress.schema.ts'

const progressKey = (conferenceId: string, directiveId: string): Key => ({
  pk: `${conferencePartition(conferenceId)}#OUTCOMES`,
  sk: `PROGRESS#${directiveId}`,
})

export const progressItem = (progress: Progress): Item & { version: number } => ({
  ...progress,
  ...progressKey(progress.conferenceId, progress.directiveId),
  type: 'directive-progress',
})

/** What was said of it; of one that nobody has spoken of yet, nothing. */
export const loadProgress = async (conferenceId: string, directiveId: string): Promise<Progress> =>
  (await load(progressKey(conferenceId, directiveId), Progress)) ?? {
    conferenceId,
    directiveId,
    acts: [],
    version: 0,
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

/** Directives and what was said of them, by id. */
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
