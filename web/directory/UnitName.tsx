// A unit's name as it is today, for tables that hold units by id.

import { serverNow } from '#web/lib/server-clock.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'

export const UnitName = ({ id }: { id: string }) => {
  const name = useUnitName(id, new Date(serverNow()).toISOString())
  return <>{name}</>
}
