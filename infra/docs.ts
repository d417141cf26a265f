// Writes the API's documentation to .build/docs, to be served at /docs: the document, a page, and the reader from npm.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './bundles.ts'
import { openApi } from './openapi.ts'
import { surface } from './surface.ts'

/** Served as they are, under /docs. */
export const docsFolder = join(root, '.build/docs')

const reader = new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference'))

/** Nothing from elsewhere: no fonts, no proxy, no telemetry, no tools that talk to the reader's maker. */
const configuration = {
  url: '/docs/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
}

const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Điểm Cầu · API</title>
</head>
<body>
<script id="api-reference" type="application/json" data-configuration='${JSON.stringify(configuration)}'></script>
<script src="/docs/scalar.js"></script>
</body>
</html>
`

/** @returns how many paths are documented */
export const writeDocs = async (into = docsFolder) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const document = openApi(surface, version)
  await mkdir(into, { recursive: true })
  await writeFile(join(into, 'openapi.json'), JSON.stringify(document))
  await writeFile(join(into, 'index.html'), page)
  await copyFile(reader, join(into, 'scalar.js'))
  return Object.keys(document.paths as object).length
}
