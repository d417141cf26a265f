// The letters that stand for a point without a picture: the first of its last two words. Pure.

/** @param shortName "Ninh Bình", "Thành phố Hồ Chí Minh" */
export const initialsOf = (shortName: string): string =>
  shortName
    .normalize('NFC')
    .split(/[\s\-–]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(-2)
    .map((word) => [...word][0])
    .join('')
