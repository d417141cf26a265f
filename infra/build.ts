// Bundles every functions/**/*.lambda.ts into .build/functions/<name>/index.mjs: the very files CDK deploys.
import { globSync } from 'node:fs'
import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { assetFiles } from '#functions/bulletins/assets.data.ts'
import { buildWeb, builtWeb } from './build-web.ts'
import { bundleName, bundlesFolder, findEntries, root } from './bundles.ts'
import { writeDocs } from './docs.ts'
import { keyBeside, keyOfSources } from './sources.ts'

const banner = `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`

/**
 * In a Lambda the role's credentials come by environment variables and by nothing else. The SDK's default chain would
 * bring along sign-in by profile, SSO, process and HTTP: 130 KB that every cold start would read for nothing.
 */
const environmentCredentialsOnly: Plugin = {
  name: 'environment-credentials-only',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'environment-credentials',
      namespace: 'diemcau',
    }))
    esbuild.onLoad({ filter: /.*/, namespace: 'diemcau' }, () => ({
      contents: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'`,
      resolveDir: root,
    }))
  },
}

/** What is imported when it is first needed: the house's own files, and of packages these (bowser is never: no browser runs here). */
const laterFiles = /^[.].*[.]ts$|^(@smithy[/]core[/]event-streams|hucre[/]csv|bowser)$/

/**
 * Whatever is imported later imports the entry as well. So all of the start is shared by the same entries, and esbuild
 * makes one file of it: else it makes one for every set of contexts that share a module, and each file a cold start
 * reads costs it some 0.4 ms.
 */
const startInOneFile = (entry: string): Plugin => ({
  name: 'start-in-one-file',
  setup(esbuild) {
    const start = resolve(root, entry)
    esbuild.onResolve({ filter: laterFiles }, async ({ path, kind, importer, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const found = await esbuild.resolve(path, { kind: 'import-statement', importer, resolveDir })
      return { ...found, namespace: 'later' }
    })
    esbuild.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `import ${JSON.stringify(start)}; export * from ${JSON.stringify(path)}`,
      resolveDir: root,
    }))
  },
})

/** How every function is bundled. @param folder where its files go, `index.mjs` among them */
export const bundleOptions = (entry: string, folder: string) =>
  ({
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: 'index' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    splitting: true, // a context that is imported when first asked for is a file of its own
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['module'], // the SDK's tree-shakeable files; its `node` ones are CommonJS and come whole: 150 KB more
    banner: { js: banner },
    minify: true,
    sourcemap: 'external',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [environmentCredentialsOnly, startInOneFile(entry)],
  }) as const satisfies BuildOptions

const bundle = async (entry: string, folder: string): Promise<Metafile> =>
  (await build(bundleOptions(entry, folder))).metafile

const bytesOf = ({ outputs }: Metafile) =>
  Object.entries(outputs).reduce((sum, [path, { bytes }]) => sum + (path.endsWith('.mjs') ? bytes : 0), 0)

/** The page's function answers the built index.html, which names the files of that very build. */
const addPage = async (folder: string) => {
  await buildWeb()
  await copyFile(join(builtWeb, 'index.html'), join(folder, 'index.html'))
}

/** Codecs and fonts lie beside the bundle, where `readAsset` looks first. */
const addAssets = async (folder: string) => {
  const { resolve } = createRequire(import.meta.url)
  await Promise.all(
    Object.values(assetFiles).map((file) => copyFile(resolve(file), join(folder, basename(file)))),
  )
}

/**
 * What typesets is found by its package beside the bundle as in the repository: the native library, for Linux on x64
 * alone, the four faces of the font, and the templates.
 */
const addTypesetter = async (folder: string) => {
  const scopes = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@expo-google-fonts/tinos']
  const wanted = /[.](node|ttf)$|^package[.]json$|^LICENSE/
  for (const name of scopes) {
    const from = join(root, 'node_modules', name)
    const files = globSync('**/*', { cwd: from }).filter((file) => wanted.test(basename(file)))
    for (const file of files) await cp(join(from, file), join(folder, 'node_modules', name, file))
  }
  await cp(join(root, 'functions/documents/template'), join(folder, 'template'), { recursive: true })
}

/**
 * Builds all bundles, or the given entries only; what was there before goes.
 * @returns bundle name → bytes of its code
 */
export const buildBundles = async (into = bundlesFolder, entries = findEntries()) => {
  await rm(into, { recursive: true, force: true })
  const sizes = new Map<string, number>()
  for (const entry of entries) {
    const name = bundleName(entry)
    const metafile = await bundle(entry, join(into, name))
    await mkdir(`${into}-meta`, { recursive: true })
    await writeFile(join(`${into}-meta`, `${name}.json`), JSON.stringify(metafile))
    sizes.set(name, bytesOf(metafile))
    if (name === 'page') await addPage(join(into, name))
    if (name === 'documents-print') await addTypesetter(join(into, name))
    if (name === 'bulletins-publish') await addAssets(join(into, name))
  }
  return sizes
}

/** Whoever needs the same bundles afterwards sees by the key that they lie there already. */
const buildWithKey = async () => {
  await buildWeb()
  const key = keyOfSources() // of before: what is edited meanwhile may have been read already
  await rm(keyBeside(bundlesFolder), { force: true })
  const sizes = await buildBundles()
  await writeFile(keyBeside(bundlesFolder), key)
  return sizes
}

const report = async () => {
  const started = performance.now()
  const sizes = await buildWithKey()
  for (const [name, bytes] of sizes) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  ${name}`)
  console.log(`${sizes.size} bundles in ${(performance.now() - started).toFixed(0)} ms → .build/functions`)
  console.log(`${await writeDocs()} paths documented → .build/docs`)
}

if (import.meta.main) await report()
