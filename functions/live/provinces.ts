// The province a unit belongs to: boards are told of by province, so that a screen hears of what it shows.
import { loadUnits } from '#functions/directory/entity.ts'
import { noProvince } from './messages.schema.ts'

/** Commune, district, province: nothing stands deeper. */
const levels = 4

/**
 * The province of each unit, as topics name it: the id of the provincial police it is or stands under.
 * @returns by unit; units are remembered by the register, so a board of 3,353 rows costs what changed in it
 */
export const provincesOf = async (unitIds: readonly string[]): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  let open = new Map(unitIds.map((id) => [id, id]))
  for (let level = 0; level < levels && open.size > 0; level++) {
    const units = new Map((await loadUnits([...open.values()])).map((unit) => [unit.id, unit]))
    const above = new Map<string, string>()
    for (const [id, at] of open) {
      const unit = units.get(at)
      if (unit?.type === 'provincial-police') found.set(id, unit.id)
      else if (unit?.parent) above.set(id, unit.parent)
    }
    open = above
  }
  return new Map(unitIds.map((id) => [id, found.get(id) ?? noProvince]))
}
