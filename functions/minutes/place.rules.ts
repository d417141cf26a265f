// The order in which annexes list points: the centre, the ministry's units, then places as Vietnamese lists run. Pure.
import { compareVietnamese } from '#functions/shared/text.ts'
import { inPrecedence } from './names.rules.ts'
import type { PointAttendance } from './participation.rules.ts'

type Named = {
  unitName: (id: string) => string
  /** The province a unit belongs to, where it belongs to one. */
  provinceOf: (unitId: string) => string | undefined
}

const placeOf = (name: string): string => name.replace(/^Công an (tỉnh|thành phố|Thành phố) /i, '')

/** Units of no province, which are the ministry's, before provinces; a province before what is in it. */
const keyOf = ({ kind, unitId }: PointAttendance, { unitName, provinceOf }: Named) => {
  const province = provinceOf(unitId)
  return {
    rank: kind === 'central' ? 0 : province === undefined ? 1 : 2,
    province: province ? placeOf(unitName(province)) : '',
    own: province === unitId ? '' : placeOf(unitName(unitId)),
  }
}

/** Points in the order of documents, the delegates of each by precedence. */
export const inSpokenOrder = (points: readonly PointAttendance[], named: Named): PointAttendance[] => {
  const all = points.reduce((sum, { delegates }) => sum + delegates.length, 0)
  return points
    .map((point) => ({ point, key: keyOf(point, named) }))
    .sort(
      ({ key: a }, { key: b }) =>
        a.rank - b.rank || compareVietnamese(a.province, b.province) || compareVietnamese(a.own, b.own),
    )
    .map(({ point }) => ({ ...point, delegates: inPrecedence(point.delegates, all) }))
}
