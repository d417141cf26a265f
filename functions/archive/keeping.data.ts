// For how long records are kept: the classes, and the one each record has until an archivist says otherwise.

/**
 * The agency's own schedule: the classes follow the steps archives use, permanent or a number of years. `basis` is what
 * the page says it rests on; an agency that has issued its schedule names it here, class by class.
 */
export const keepingClasses = {
  permanent: { label: 'Vĩnh viễn', basis: 'Theo quy định của cơ quan' },
  'years-70': { years: 70, label: '70 năm', basis: 'Theo quy định của cơ quan' },
  'years-50': { years: 50, label: '50 năm', basis: 'Theo quy định của cơ quan' },
  'years-20': { years: 20, label: '20 năm', basis: 'Theo quy định của cơ quan' },
  'years-10': { years: 10, label: '10 năm', basis: 'Theo quy định của cơ quan' },
} as const satisfies Record<string, { label: string; basis: string; years?: number }>

export type KeepingClass = keyof typeof keepingClasses

/** What is kept too long can be shortened by a person with a reason; what is gone is gone: the defaults are long. */
export const usualClass = {
  ministry: 'permanent',
  province: 'years-70',
  district: 'years-50',
  commune: 'years-20',
} as const satisfies Record<string, KeepingClass>

/** The shortest there is: nothing held later than so many years before a day ends by that day. */
export const fewestYears = 10

/** A store cannot lock for ever: what is permanent is locked for this long, and anew whenever the lock is looked at. */
export const permanentLockYears = 100
