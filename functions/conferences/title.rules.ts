// A conference's title as documents say it: in full, with the word for what it names. Pure.

/** `Hội nghị Tổng kết …; Triển khai …`: the word is added where the title has none of its own. */
export const meetingName = (title: readonly string[]): string => {
  const name = title.join('; ')
  return /^(hội nghị|phiên họp|cuộc họp)/i.test(name) ? name : `Hội nghị ${name}`
}
