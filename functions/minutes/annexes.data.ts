// The annexes of minutes and their numbers, Roman as Nghị định 30/2020/NĐ-CP has them: what sentences refer to, and what is
// printed behind them.
export const annexes = {
  attendance: { number: 'I', title: 'Danh sách đại biểu tham dự tại các điểm cầu' },
  turns: { number: 'II', title: 'Danh sách các lượt phát biểu' },
  technical: { number: 'III', title: 'Nhật ký kỹ thuật của các điểm cầu' },
  contributions: { number: 'IV', title: 'Danh mục tham luận, ý kiến' },
  directives: { number: 'V', title: 'Danh mục kết luận, chỉ đạo' },
  commendations: { number: 'VI', title: 'Danh sách khen thưởng' },
  figures: { number: 'VII', title: 'Số liệu nêu tại Hội nghị' },
  citations: { number: 'VIII', title: 'Danh mục văn bản viện dẫn' },
} as const

/** `Phụ lục I`: how a sentence refers to an annex. */
export const annexWords = (annex: keyof typeof annexes): string => `Phụ lục ${annexes[annex].number}`
