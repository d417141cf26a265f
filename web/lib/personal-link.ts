// The personal link this tab was opened with. It is a credential: out of the address at once, kept for this tab alone,
// and on this device only where its holder asked for that: a scanned QR code opens a tab of its own.
const kept = 'diemcau.personal-link'

/** @param sealed what stood after the `#` */
export const keepLink = (sealed: string): void => sessionStorage.setItem(kept, sealed)

export const heldLink = (): string | undefined =>
  sessionStorage.getItem(kept) ?? localStorage.getItem(kept) ?? undefined

/** Whether this device keeps the link after its tab is closed. */
export const isRemembered = (sealed: string): boolean => localStorage.getItem(kept) === sealed

export const rememberLink = (sealed: string): void => localStorage.setItem(kept, sealed)

/** This device keeps it no more; the tab still does. */
export const forgetLink = (): void => localStorage.removeItem(kept)
