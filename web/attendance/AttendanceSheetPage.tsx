// The attendance sheet of one point on paper, A4 upright: a form to be signed, and once the roll was taken what was marked.
import '#web/ui/document.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceSheet, SheetLine } from '#functions/attendance/point.schema.ts'
import { meetingName } from '#functions/conferences/title.rules.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { day, hourMinute } from '#web/lib/format.ts'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './AttendanceSheet.module.css'
import { sheetOf } from './attendance-queries.ts'

export const AttendanceSheetPage = () => {
  const { t } = useTranslation()
  const { id } = useConference()
  const { point } = useParams({ from: '/frame/conferences/$id/points/$point/attendance-sheet' })
  const { data, error, refetch } = useQuery(sheetOf(id, point))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('sheet.name')} rows={10} />
  return (
    <Page>
      <div className={classes.tools}>
        <Button variant="default" onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
      </div>
      <Paper sheet={data} />
    </Page>
  )
}

const Paper = ({ sheet }: { sheet: AttendanceSheet }) => {
  const id = useId()
  const { conference, point } = sheet
  return (
    <article data-document className={classes.paper} lang="vi" aria-labelledby={id}>
      <header className={classes.letterhead}>
        <div>
          {point.superior ? <p className={classes.caps}>{point.superior}</p> : null}
          <p className={`${classes.caps} ${classes.strong}`}>{point.name}</p>
          <hr />
        </div>
        <div>
          <p className={`${classes.caps} ${classes.strong}`}>Cộng hòa xã hội chủ nghĩa Việt Nam</p>
          <p className={classes.strong}>Độc lập - Tự do - Hạnh phúc</p>
          <hr />
        </div>
      </header>
      <h2 id={id} className={classes.title}>
        DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ
      </h2>
      <p className={classes.name}>{meetingName(conference.title)}</p>
      <div className={classes.facts}>
        <p>Điểm cầu: {point.name}</p>
        <p>
          Thời gian: {hourMinute(conference.startsAt).replace(':', ' giờ ')}, {longDay(conference.startsAt)}
        </p>
        <p>Địa điểm: {conference.venue}</p>
      </div>
      <Lines items={sheet.items} />
      <Totals sheet={sheet} />
      <Signatures sheet={sheet} />
    </article>
  )
}

const Lines = ({ items }: { items: readonly SheetLine[] }) => (
  <table className={classes.table}>
    <thead>
      <tr>
        <th scope="col">STT</th>
        <th scope="col">Họ và tên</th>
        <th scope="col">Cấp bậc, chức vụ</th>
        <th scope="col">Có mặt</th>
        <th scope="col">Ký tên</th>
        <th scope="col">Ghi chú</th>
      </tr>
    </thead>
    <tbody>
      {items.map((line) => (
        <tr key={line.place}>
          <td className={classes.centre}>{line.place}</td>
          <td>{line.name}</td>
          <td>{line.titles}</td>
          <td className={classes.centre}>{presence[line.state]}</td>
          <td className={classes.sign} />
          <td>{noteOf(line)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const presence: Record<SheetLine['state'], string> = {
  present: 'Có mặt',
  online: 'Trực tuyến',
  absent: 'Vắng',
  substituted: 'Dự thay',
  unmarked: '',
}

const noteOf = ({ reason, substitute, late }: SheetLine): string =>
  [
    reason ? `Lý do: ${reason}` : '',
    substitute ? `Người dự thay: ${substitute}` : '',
    late ? 'Ghi nhận sau khi kết thúc' : '',
  ]
    .filter(Boolean)
    .join('. ')

/** Before the roll the figures are left to be filled in by hand. */
const Totals = ({ sheet }: { sheet: AttendanceSheet }) => {
  const { expected, counts, unmarked, rolledAt } = sheet
  const figure = (value: number | undefined) => (rolledAt && value !== undefined ? String(value) : '……')
  return (
    <div className={classes.totals}>
      <p>
        Triệu tập: {expected} đại biểu. Có mặt: {figure(counts.present)} (trực tuyến: {figure(counts.online)}
        ); vắng mặt: {figure(counts.absent)}; cử người dự thay: {figure(counts.substituted)}
        {rolledAt && unmarked > 0 ? `; chưa điểm danh: ${unmarked}` : ''}.
      </p>
      <p>Số người trong phòng họp: {figure(counts.heads)}.</p>
    </div>
  )
}

/** `ngày 06 tháng 01 năm 2022`: days below 10 and the months 1 and 2 take a zero. */
const longDay = (instant: string): string => {
  const [date = '', month = '', year = ''] = day(instant).split('/')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

const Signatures = ({ sheet: { at, rolledAt } }: { sheet: AttendanceSheet }) => (
  <div className={classes.signatures}>
    <p className={classes.drawn}>{rolledAt ? longDay(at).replace(/^n/, 'N') : 'Ngày …… tháng …… năm ……'}</p>
    <div>
      <p>CÁN BỘ ĐIỂM CẦU</p>
      <i>(Ký, ghi rõ họ tên)</i>
    </div>
    <div>
      <p>TRƯỞNG ĐOÀN</p>
      <i>(Ký, ghi rõ họ tên)</i>
    </div>
  </div>
)
