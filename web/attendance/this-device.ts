// Which tablet this is, where several are signed in as one account: a name nobody reads, kept on the device.
const kept = 'diemcau.device'

export const thisDevice = (): string => {
  const known = localStorage.getItem(kept)
  if (known) return known
  const made = crypto.randomUUID()
  localStorage.setItem(kept, made)
  return made
}
