// Attendance to take away: what is asked for. The file comes as a job's result.
import * as z from 'zod'

export const ExportInput = z.strictObject({ format: z.enum(['csv', 'xlsx']) })
export type ExportInput = z.infer<typeof ExportInput>

/** What the job is given. */
export const ExportOrder = ExportInput.extend({ conferenceId: z.string() })
export type ExportOrder = z.infer<typeof ExportOrder>

export const exportKind = 'attendance.export'
