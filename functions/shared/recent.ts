// What was read a moment ago, for answers that thousands ask for at once: one read serves them all.

/**
 * @param lifeMs how long a value serves; readers that come while it is being read share that read
 * @param most values remembered; above it all are forgotten
 */
export const recently = <T>(lifeMs: number, load: (key: string) => Promise<T>, most = 1_000) => {
  const seen = new Map<string, { value: Promise<T>; until: number }>()
  return {
    get: (key: string): Promise<T> => {
      const known = seen.get(key)
      if (known && known.until > performance.now()) return known.value
      const value = load(key)
      const entry = { value, until: performance.now() + lifeMs }
      if (seen.size >= most) seen.clear()
      seen.set(key, entry)
      value.catch(() => seen.get(key) === entry && seen.delete(key))
      return value
    },
    /** All of it. */
    forget: (): void => seen.clear(),
  }
}
