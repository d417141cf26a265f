// Words of the fields for days and times.
export const vi = {
  day: 'Ngày',
  time: 'Giờ',
  dayHint: 'ngày/tháng/năm',
  timeHint: 'giờ:phút',
  dayWrong: 'Ghi ngày, tháng, năm như 23/11/2022.',
  timeWrong: 'Ghi giờ, phút như 14:00.',
  timeMissing: 'Ghi thêm giờ, như 14:00.',
}

export const en: typeof vi = {
  day: 'Day',
  time: 'Time',
  dayHint: 'dd/mm/yyyy',
  timeHint: 'hh:mm',
  dayWrong: 'Write day, month and year as in 23/11/2022.',
  timeWrong: 'Write hour and minute as in 14:00.',
  timeMissing: 'Write the time too, as in 14:00.',
}
