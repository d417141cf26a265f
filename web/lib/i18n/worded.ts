// A set of words in another language: the same keys, other strings.

/** What may be said otherwise of one alone, by the key with `_one`: Vietnamese says it as of many. */
type OfOne<T> = { readonly [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string }

/** The keys as they are asked for. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

export type Worded<T> = { readonly [K in keyof T]: T[K] extends string ? string : Worded<T[K]> } & OfOne<T>
