// What somebody entered as a line of its own, within a sentence: its capital goes, unless it begins a name. Pure.

/** Words that keep their capital wherever they stand: bodies, offices, honours, documents by number, the one province of one syllable. */
const proper =
  /^(Công an|Cảnh sát|Quân đội|Bộ đội|Đảng|Nhà nước|Chính phủ|Quốc hội|Thủ tướng|Hội đồng|Ủy ban|Ủy viên|Mặt trận|Văn phòng|Tỉnh ủy|Thành ủy|Quận ủy|Huyện ủy|Đảng ủy|Ban Bí thư|Huế|Ngày hội|Hội nghị|Cờ thi đua|Bằng khen|Giấy khen|Huân chương|(?:Nghị quyết|Nghị định|Chỉ thị|Thông tư|Quyết định|Kết luận|Luật|Kế hoạch)(?= (?:số )?\d))(?!\p{L})/u

/** An abbreviation, or a word with figures or capitals within. */
const abbreviated = /^\P{L}*\p{L}+[\p{Lu}\d]/u

/** `Ninh Bình`, `Bộ Công an`: the next word has a capital too. */
const named = /^\p{Lu}\p{L}*[ -]\p{Lu}/u

/** The marks of the six tones; what is left of a letter without them is the letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const syllable =
  /^(?:ngh?|nh|gh|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u

/** Borrowed words that name nobody. */
const borrowed =
  /^(?:camera|micrô|video|clip|email|website|fax|file|link|game|karaoke|container|radio|internet)$/

/** `Interpol`, `Zalo`: a word that cannot be Vietnamese is taken for a name, for few such words are none. */
const isForeign = (text: string): boolean => {
  const [word = ''] = /^\p{L}+/u.exec(text) ?? []
  const plain = word.toLocaleLowerCase('vi').normalize('NFD').replace(tones, '').normalize('NFC')
  return plain !== '' && !syllable.test(plain) && !borrowed.test(plain)
}

/** @param names of units as the directory has them: these keep their capital as well */
export const midSentence = (text: string, names: readonly string[] = []): string => {
  if (proper.test(text) || abbreviated.test(text) || named.test(text) || isForeign(text)) return text
  if (names.some((name) => text.startsWith(name))) return text
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
