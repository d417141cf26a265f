// `npm run publish-web -- --bucket <WebBucketName>`: puts the built web's files where CloudFront finds them; deletes none.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { buildWeb, builtWeb } from './build-web.ts'
import { stageNamed } from './stages.ts'
import { cacheOf, typeOf } from './web.data.ts'

type Target = { s3: S3Client; bucket: string }

/** @returns key → the MD5 of what is there, as S3 names it for objects put whole */
const published = async ({ s3, bucket }: Target): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  let from: string | undefined
  do {
    const more = from ? { ContinuationToken: from } : {}
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ...more }))
    for (const { Key, ETag } of page.Contents ?? []) if (Key) found.set(Key, ETag ?? '')
    from = page.NextContinuationToken
  } while (from)
  return found
}

/** The page itself is answered by its function. */
const filesOf = async (folder: string): Promise<string[]> => {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  return inside
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((key) => key !== 'index.html')
    .sort()
}

/**
 * A repeat puts nothing. Files of earlier releases stay, for pages that are still open.
 * @returns the keys that were put
 */
export const publishWeb = async (target: Target, folder = builtWeb): Promise<string[]> => {
  const there = await published(target)
  const put: string[] = []
  for (const key of await filesOf(folder)) {
    const body = await readFile(join(folder, key))
    if (there.get(key) === `"${createHash('md5').update(body).digest('hex')}"`) continue
    const facts = { ContentType: typeOf(key), CacheControl: cacheOf(`/${key}`) }
    await target.s3.send(new PutObjectCommand({ Bucket: target.bucket, Key: key, Body: body, ...facts }))
    put.push(key)
  }
  return put
}

const publish = async () => {
  const { values } = parseArgs({
    options: { stage: { type: 'string', default: 'dev' }, bucket: { type: 'string' } },
  })
  if (!values.bucket) throw new Error('Name the bucket: --bucket, the output WebBucketName of the app stack.')
  await buildWeb()
  const { region } = stageNamed(values.stage)
  const s3 = new S3Client({ region, requestChecksumCalculation: 'WHEN_REQUIRED' })
  const put = await publishWeb({ s3, bucket: values.bucket })
  for (const key of put) console.log(`put  ${key}`)
  console.log(`${put.length} files put into ${values.bucket}; all others were there.`)
}

if (import.meta.main) await publish()
