// A conference's title as documents say it: in full, with the word for what it names. Pure.

/** What a conference is held to do; these go on in small letters after “Hội nghị”. */
const doing =
  /^(Tổng kết|Sơ kết|Triển khai|Xây dựng|Tập huấn|Quán triệt|Phổ biến|Giao ban|Đánh giá|Rút kinh nghiệm|Công bố|Trao đổi|Học tập|Tổ chức|Thông qua|Lấy ý kiến|Góp ý|Ký kết|Phát động|Tuyên dương|Biểu dương|Gặp mặt|Kiểm điểm|Thảo luận|Bàn)(?= )/

const lowered = (title: string): string =>
  doing.test(title) ? title.charAt(0).toLocaleLowerCase('vi') + title.slice(1) : title

const callsItself = /^(Hội nghị|Hội thảo|Cuộc họp|Phiên họp|Đại hội|Lễ|Tọa đàm|Buổi)(?= |$)/i

/** Part by part: the word is added where the title has none of its own. */
const titleParts = ([first = '', ...rest]: readonly string[]): string[] => [
  callsItself.test(first) ? first : `Hội nghị ${lowered(first)}`,
  ...rest.map(lowered),
]

/** `Hội nghị tổng kết …; triển khai …`, in one line. */
export const meetingName = (title: readonly string[]): string => titleParts(title).join('; ')

/** The same as it stands beneath “BIÊN BẢN”, a line for each part. */
export const titleLines = (title: readonly string[]): string[] => {
  if (title.length === 0) return ['(Tư liệu không ghi tên hội nghị)']
  return titleParts(title).map((line, at, all) => (at + 1 < all.length ? `${line};` : line))
}
