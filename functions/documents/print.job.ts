// The jobs that print minutes as they stand: pages to look at, a PDF, a file for Word.
import { loadConference } from '#functions/conferences/entity.ts'
import { putExport } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { defineJob } from '#functions/shared/job.ts'
import { wordType } from './files.ts'
import type { PrintKind } from './kinds.data.ts'
import { loadPrinted } from './load-printed.ts'
import { type PrintModel, PrintOrder } from './print.schema.ts'
import { docxOf } from './render-docx.ts'
import { pagesOf, pdfOf } from './typst.ts'

/** Whoever writes looks at the first pages; a nation's annexes are thousands. */
const mostPages = 40

type Made = { name: string; type: string; body: Buffer; pages?: number }

const preview = (model: PrintModel): Made => {
  const drawn = pagesOf(model, mostPages)
  const body = Buffer.from(JSON.stringify(drawn))
  return { name: 'bien-ban-xem-truoc.json', type: 'application/json', body, pages: drawn.pageCount }
}

const makers: Record<PrintKind, (model: PrintModel) => Made | Promise<Made>> = {
  'minutes.preview': preview,
  'minutes.pdf': (model) => ({ name: 'bien-ban.pdf', type: 'application/pdf', body: pdfOf(model) }),
  'minutes.docx': async (model) => ({ name: 'bien-ban.docx', type: wordType, body: await docxOf(model) }),
}

export const printJob = (kind: PrintKind) =>
  defineJob({
    name: kind,
    input: PrintOrder,
    run: async ({ actor, jobId }, { conferenceId }) => {
      const conference = await loadConference(conferenceId)
      allow(actor, 'minutes:read', { conference: conferenceId, host: conference.hostUnitId })
      const model = await loadPrinted(conference, await loadMinutes(conferenceId))
      const { name, type, body, pages } = await makers[kind](model)
      const file = await putExport(jobId, name, type, body)
      return { file, ...(pages === undefined ? {} : { pages }) }
    },
  })
