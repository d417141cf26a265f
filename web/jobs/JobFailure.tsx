// Why long work failed, in words.
import type { ShownJob } from '#functions/jobs/schema.ts'
import notes from '#web/ui/Note.module.css'

export const JobFailure = ({ job: { failure } }: { job: Pick<ShownJob, 'failure'> }) =>
  failure ? (
    <div className={notes.note} data-tone="problem" role="alert">
      <p className={notes.what}>{failure.title}</p>
      {failure.detail ? <p>{failure.detail}</p> : null}
    </div>
  ) : null
