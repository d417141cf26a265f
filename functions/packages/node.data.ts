// How the process that packs is run.

/** Pieces of files that have passed are let go of sooner: a young generation of 2 MB in place of 16. */
export const packingOptions = '--max-semi-space-size=2'
