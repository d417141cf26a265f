// Brings points entered by earlier releases to what is asked of points now, in every conference. Harmless to repeat.
import { hostedBy } from '#functions/conferences/entity.ts'
import { loadAllUnits } from '#functions/directory/entity.ts'
import { indexDelegates } from './index-delegates.ts'
import { placePoints } from './place-points.ts'

const ever = { from: '0', to: '9', limit: 10_000 }

export const indexPoints = async (): Promise<void> => {
  for (const unit of await loadAllUnits())
    for (const conference of await hostedBy(unit.id, ever)) {
      await indexDelegates(conference.id)
      await placePoints(conference)
    }
}
