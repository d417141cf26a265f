// Files a function brings along: beside its bundle where it is bundled, in their packages where it is not.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { assetFiles } from './assets.data.ts'

const require = createRequire(import.meta.url)

const beside = (file: string) => readFile(join(import.meta.dirname, basename(file)))

const inPackage = (file: string) => readFile(require.resolve(file))

export type Asset = keyof typeof assetFiles

export const readAsset = (asset: Asset): Promise<Buffer> => {
  const file = assetFiles[asset]
  return beside(file).catch(() => inPackage(file))
}
