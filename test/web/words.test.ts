// The words: both languages say everything, Vietnamese is composed, and every event of the log has a name.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jobKinds } from '#functions/job-kinds.ts'
import { claimedKinds } from '#infra/rules.data.ts'
import { vi as kinds } from '#web/jobs/words.ts'
import { en } from '#web/lib/i18n/en.ts'
import { en as laterEn } from '#web/lib/i18n/later.en.ts'
import { vi as later } from '#web/lib/i18n/later.vi.ts'
import { vi } from '#web/lib/i18n/vi.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}/${key}`, value]] : leaves(value, `${path}/${key}`),
  )

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** Of a folder, or of one of its pages. */
const folders = ['web/archive/record-words.ts', ...globSync('web/**/words.ts')]
const ofFolders = await Promise.all(
  folders.map(async (path): Promise<{ of: string; vi: Tree; en: Tree }> => {
    const words = await import(`../../${path}`)
    return { of: path, vi: words.vi, en: words.en }
  }),
)

const sets: { of: string; vi: Tree; en: Tree }[] = [
  { of: 'every page', vi, en },
  { of: 'conferences and the archive', vi: later, en: laterEn },
  ...ofFolders,
]

describe('words', () => {
  it.each(sets)('of $of are the same set in both languages, with the same holes to fill', ({ vi, en }) => {
    const all = leaves(en)
    const english = new Map(all.filter(([path]) => !path.endsWith('_one')))
    for (const [path, text] of all.filter(([path]) => path.endsWith('_one')))
      expect(holes(english.get(path.slice(0, -4)) ?? ''), path).toEqual(expect.arrayContaining(holes(text)))
    for (const [path, text] of leaves(vi)) {
      expect(english.get(path), path).toMatch(/\S/)
      expect(holes(english.get(path) ?? ''), path).toEqual(holes(text))
    }
    expect(english.size).toBe(leaves(vi).length)
  })

  it.each(sets)('of $of say one as one in English', ({ en }) => {
    const keys = new Set(leaves(en).map(([path]) => path))
    for (const [path, text] of leaves(en))
      if (/\{\{(count|shown)\}\} (\w+ )?[a-z]{2,}s\b/.test(text) && !path.endsWith('_one'))
        expect(keys, text).toContain(`${path}_one`)
  })

  it.each(sets)('of $of are NFC', ({ vi }) => {
    for (const [path, text] of leaves(vi)) expect(text, path).toBe(text.normalize('NFC'))
  })

  it('name every kind of long work', () => {
    for (const kind of [...Object.keys(jobKinds), ...claimedKinds()])
      expect(Object.keys(kinds.kind), kind).toContain(kind.replace('.', ' '))
  })

  it('name every event of a conference', () => {
    /** Recorded in logs of their own, not in a conference's. */
    /** These have logs of their own: no conference shows them. */
    const elsewhere = ['person', 'account', 'grant', 'unit', 'units', 'job', 'upload', 'template', 'series']
    const sources = globSync('functions/*/*events.ts').map((path) => readFileSync(path, 'utf8'))
    const names = sources.flatMap((source) => source.match(/(?<=')[a-z-]+\.[a-z-]+(?=')/g) ?? [])
    expect(names.length).toBeGreaterThan(30)
    for (const name of names.filter((name) => !elsewhere.includes(name.split('.')[0] ?? '')))
      expect(Object.keys(later.event.name), name).toContain(name.replace('.', ' '))
  })
})
