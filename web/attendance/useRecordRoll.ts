// Records a roll call: all changed marks and the head count in one act.
import type { RollCall } from '#functions/attendance/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'

export const useRecordRoll = (id: string, point: string) =>
  useAct(
    (told: Pick<RollCall, 'marks' | 'headCount' | 'seen'>, key) =>
      api.conferences[':id']['bridge-points'][':point']['roll-call'].$post(
        { param: { id, point }, json: told },
        intent(key),
      ),
    [conferenceKey(id)],
  )
