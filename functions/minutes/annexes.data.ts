// The annexes of minutes and their numbers: what sentences refer to, and what is printed behind them.
export const annexes = {
  attendance: { number: 1, title: 'Danh sách đại biểu tham dự tại các điểm cầu' },
  turns: { number: 2, title: 'Danh sách các lượt phát biểu' },
  technical: { number: 3, title: 'Nhật ký kỹ thuật của các điểm cầu' },
  contributions: { number: 4, title: 'Danh mục tham luận, ý kiến' },
  directives: { number: 5, title: 'Danh mục kết luận, chỉ đạo' },
  commendations: { number: 6, title: 'Danh sách khen thưởng' },
  figures: { number: 7, title: 'Số liệu nêu tại Hội nghị' },
  citations: { number: 8, title: 'Danh mục văn bản viện dẫn' },
} as const

/** `Phụ lục 1`: how a sentence refers to an annex. */
export const annexWords = (annex: keyof typeof annexes): string => `Phụ lục ${annexes[annex].number}`
