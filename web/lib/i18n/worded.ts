// A set of words in another language: the same keys, other strings.

export type Worded<T> = { readonly [K in keyof T]: T[K] extends string ? string : Worded<T[K]> }
