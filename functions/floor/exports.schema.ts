// The floor to take away: what the job is given.
import * as z from 'zod'

export const FloorOrder = z.strictObject({ conferenceId: z.string() })

export const floorExportKind = 'floor.export'
