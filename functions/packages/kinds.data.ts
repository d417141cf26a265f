// The kinds of jobs that only the function with the house's own key works off.

export const packageKind = 'archive.package'
export const extractKind = 'archive.extract'

export const certifiedKinds = [packageKind, extractKind]
