// The personal link this tab was opened with. It is a credential: out of the address at once, kept for this tab alone.
const kept = 'diemcau.personal-link'

/** @param sealed what stood after the `#` */
export const keepLink = (sealed: string): void => sessionStorage.setItem(kept, sealed)

export const heldLink = (): string | undefined => sessionStorage.getItem(kept) ?? undefined
