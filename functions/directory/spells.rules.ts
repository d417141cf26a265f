// What holds for a time: spells that follow one another day by day, the last of them open while it still holds. Pure.

/** Civil days, both included; no `validTo` means it still holds. */
export type Spell = { validFrom: string; validTo?: string | undefined }

const dayMs = 86_400_000

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

export const dayBefore = (day: string): string => shifted(day, -1)
export const dayAfter = (day: string): string => shifted(day, 1)

export const holdsOn = (spell: Spell, day: string): boolean =>
  spell.validFrom <= day && (!spell.validTo || day <= spell.validTo)

/** The spell of a civil day: before the first the first, after the last the last. */
export const spellOn = <S extends Spell>(spells: readonly S[], day: string): S => {
  const nearest = spells.findLast(({ validFrom }) => validFrom <= day) ?? spells[0]
  if (!nearest) throw new Error('no spell at all')
  return nearest
}

/** Without its last day. */
const open = <S extends Spell>({ validTo: _, ...rest }: S) => rest

/** The same spells with another last day, or none: a spell that would begin after it is left out. */
export const endedOn = <S extends Spell>(spells: readonly S[], last: string | undefined): S[] => {
  const standing = spells.filter(({ validFrom }) => !last || validFrom <= last)
  return standing.map((spell, at) =>
    at < standing.length - 1 ? spell : ({ ...open(spell), ...(last ? { validTo: last } : {}) } as S),
  )
}

/** Whether two spells say the same thing of different days. */
const isSame = (a: Spell, b: Spell): boolean => {
  const told = ({ validFrom: _, validTo: __, ...thing }: Spell) =>
    Object.entries(thing).filter(([, value]) => value !== undefined)
  const other = new Map(told(b))
  return told(a).length === other.size && told(a).every(([key, value]) => other.get(key) === value)
}

/**
 * The spells with another thing from a day on: what held that day ends the day before, what followed is left out.
 * The same thing again is no change: it goes on.
 */
export const changedFrom = <S extends Spell>(spells: readonly S[], next: S): S[] => {
  const earlier = spells.filter(({ validFrom }) => validFrom < next.validFrom)
  const last = earlier.at(-1)
  if (last && isSame(last, next)) return endedOn(earlier, next.validTo)
  return [...endedOn(earlier, dayBefore(next.validFrom)), next]
}

/** Whether spells follow one another without gap or overlap, from the first day to the last. */
export const isUnbroken = (spells: readonly Spell[], whole: Spell): boolean =>
  spells.length > 0 &&
  spells[0]?.validFrom === whole.validFrom &&
  spells.at(-1)?.validTo === whole.validTo &&
  spells.every(({ validFrom, validTo }, at) => {
    const next = spells[at + 1]
    return (!validTo || validFrom <= validTo) && (!next || (validTo && dayAfter(validTo) === next.validFrom))
  })
