// Looks for the file a recording was joined to: the service names it by the pipeline that joined it.
import { required } from '#functions/shared/config.ts'
import { listObjects } from '#functions/shared/objects.ts'
import { wholePrefix } from './pipelines.ts'
import type { RecordedFile, StoredRecording } from './recording.schema.ts'

/** With the picture before sound alone. */
const better = (a: RecordedFile, b: RecordedFile): number =>
  Number(b.key.includes('/composited-video/')) - Number(a.key.includes('/composited-video/'))

/** Undefined where there is none yet. */
export const findRecorded = async (recording: StoredRecording): Promise<RecordedFile | undefined> => {
  const name = recording.joining?.id
  if (!name) return undefined
  const found = await listObjects(required('RECORDINGS_BUCKET'), wholePrefix(recording))
  return found.filter(({ key }) => /[.](mp4|webm)$/.test(key) && key.includes(name)).sort(better)[0]
}
