// Whose words this tab keeps: whoever sits down at it next is shown nothing that another typed.
const kept = ['diemcau.draft.', 'diemcau.files.']
const by = 'diemcau.typed-by'

export const forgetTyped = (): void => {
  for (const key of Object.keys(sessionStorage))
    if (kept.some((prefix) => key.startsWith(prefix))) sessionStorage.removeItem(key)
}

/** A sign-in that ran out and is made again loses nothing; another's begins with nothing. */
export const typedBy = (sub: string): void => {
  const before = sessionStorage.getItem(by)
  if (before && before !== sub) forgetTyped()
  sessionStorage.setItem(by, sub)
}
