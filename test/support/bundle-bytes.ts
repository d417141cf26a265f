// How many bytes a bundle has, and how many of them every cold start of it reads; as esbuild told when it was built.
import { readFileSync } from 'node:fs'

type Output = { bytes: number; imports: { path: string; kind: string }[] }

/** What esbuild wrote for a bundle, by path. @param folder the folder of all bundles */
const outputsOf = (folder: string, name: string) =>
  (JSON.parse(readFileSync(`${folder}-meta/${name}.json`, 'utf8')) as { outputs: Record<string, Output> })
    .outputs

/** Bytes of all its code. */
export const wholeBytes = (folder: string, name: string): number =>
  Object.entries(outputsOf(folder, name)).reduce(
    (sum, [path, { bytes }]) => sum + (path.endsWith('.mjs') ? bytes : 0),
    0,
  )

/** Bytes of the entry and of all it imports before it answers. */
export const startBytes = (folder: string, name: string): number => {
  const outputs = outputsOf(folder, name)
  const read = new Set<string>()
  const follow = (path: string): void => {
    if (read.has(path) || !outputs[path]) return
    read.add(path)
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') follow(next)
  }
  for (const path of Object.keys(outputs)) if (path.endsWith('/index.mjs')) follow(path)
  return [...read].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
}
