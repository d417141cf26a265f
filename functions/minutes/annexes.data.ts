// The annexes minutes may have, in the order in which they stand, and their titles.

/** Keys are added at the end and never taken away: sealed texts name them. */
export const annexKeys = [
  'attendance',
  'turns',
  'technical',
  'contributions',
  'directives',
  'commendations',
  'figures',
  'citations',
  'disagreements',
] as const
export type AnnexKey = (typeof annexKeys)[number]

export const annexTitles: Record<AnnexKey, string> = {
  attendance: 'Danh sách đại biểu tham dự tại các điểm cầu',
  turns: 'Danh sách các lượt phát biểu',
  technical: 'Nhật ký kỹ thuật của các điểm cầu',
  contributions: 'Danh mục tham luận, ý kiến',
  directives: 'Danh mục kết luận, chỉ đạo',
  commendations: 'Danh sách khen thưởng',
  figures: 'Số liệu nêu tại Hội nghị',
  citations: 'Danh mục văn bản viện dẫn',
  disagreements: 'Số liệu chưa khớp và cách thống nhất',
}
