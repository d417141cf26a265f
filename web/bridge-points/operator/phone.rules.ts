// A telephone number as people read it aloud, and as the address that dials it. Pure.

const groups = [
  /^(0[35789]\d{2})(\d{3})(\d{3})$/,
  /^(02[48])(\d{4})(\d{4})$/,
  /^(02\d{2})(\d{3})(\d{4})$/,
  /^(069)(\d{3,4})(\d+)$/,
]

/** `024 3942 0000 máy lẻ 12` */
export const readPhone = (kept: string): string => {
  const [, digits = '', rest = ''] = /^(\d+)(.*)$/.exec(kept) ?? []
  for (const shape of groups) {
    const found = shape.exec(digits)
    if (found) return found.slice(1).join(' ') + rest
  }
  return kept
}

/** `tel:02439420000,12`: the extension is dialled after a pause. */
export const dialPhone = (kept: string): string => {
  const [digits = '', extension] = kept.split(/\D+/)
  return `tel:${digits}${extension ? `,${extension}` : ''}`
}
