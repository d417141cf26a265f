// The kinds of jobs that need the typesetting library: they have a worker of their own, where it is.
export const printKinds = ['minutes.preview', 'minutes.pdf', 'minutes.docx'] as const
export type PrintKind = (typeof printKinds)[number]
