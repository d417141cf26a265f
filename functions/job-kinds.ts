// Every kind of long work, each loaded when its first job runs: the worker's composition root.
import type { JobKinds } from './shared/job.ts'

export const jobKinds: JobKinds = {
  'attendance.export': async () => (await import('./attendance/export.job.ts')).attendanceExport,
  'floor.export': async () => (await import('./floor/export.job.ts')).floorExport,
  'archive.export': async () => (await import('./archive/export-records.job.ts')).recordsExport,
  'units.import': async () => (await import('./directory/import-units.job.ts')).importUnitsJob,
  'units.export': async () => (await import('./directory/export-units.job.ts')).exportUnitsJob,
  'conferences.move-points': async () => (await import('./conferences/move-points.job.ts')).movePointsJob,

  'points.add': async () => (await import('./bridge-points/add-points.job.ts')).addingPoints,
}
