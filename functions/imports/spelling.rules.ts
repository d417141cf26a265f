// Spelling of what is read in documents: tone marks where the house puts them, and what was typed without any. Pure.

const marks: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** Only at the end of a syllable, and never after q, where u is no vowel: `quý`, `hoàn`, `thuyết` stay. */
const misplaced = /(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu

const inCaseOf = (model: string, text: string): string =>
  [...text].map((letter, at) => (/\p{Lu}/u.test(model[at] ?? '') ? letter.toUpperCase() : letter)).join('')

/** `Uỷ viên` and `Ủy viên` are one word: tone marks stand where the house's documents have them. */
export const evenTones = (text: string): string =>
  text.normalize('NFC').replace(misplaced, (pair) => inCaseOf(pair, marks[pair.toLowerCase()] ?? pair))

/** So many small words in a row without a single mark do not occur in Vietnamese. */
const bareRun = /(?<![\p{L}\d])(?:[a-z]{2,}\s+){4}[a-z]{2,}(?![\p{L}\d])/u

/** Whether a text, or a part of it, was typed without diacritics, as captions are: `va cac dai bieu tai`. */
export const lacksDiacritics = (text: string): boolean => bareRun.test(text.normalize('NFC'))

/** What the foot of a page counts: who reads it. */
const counters = new Set([
  'tổng số',
  'tổng số truy cập',
  'tổng lượt truy cập',
  'lượt truy cập',
  'số lượt truy cập',
  'trực tuyến',
  'đang trực tuyến',
  'đang truy cập',
  'hôm nay',
  'hôm qua',
  'trong tuần',
  'trong tháng',
])

/** Whether a figure counts visits of the page that reported, and nothing of the conference. */
export const isPageCounter = (subject: string): boolean =>
  counters.has(
    subject
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** The same for titles beside a name, where names keep the spelling people bear: only the word `uỷ` itself. */
export const evenTitles = (text: string): string =>
  text.normalize('NFC').replace(/(?<!\p{L})(?:uỷ|Uỷ|UỶ)(?!\p{L})/gu, (word) => evenTones(word))
