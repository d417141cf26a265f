// What S3 enforces on a put or delete and s3rver does not: checksum, conditions, the archive's lock.
import { createHash } from 'node:crypto'
import { checkParts, completes, isInParts } from '#infra/local/objects-parts.ts'
import { type Asked, amz, Refusal } from '#infra/local/objects-request.ts'
import type { WholeStore } from '#infra/local/objects-store.ts'

const known =
  /^(x-amz-.*|x-id|list-type|prefix|delimiter|continuation-token|start-after|marker|max-keys|encoding-type|response-.*)$/i

const ofParts = ['uploads', 'uploadId', 'partNumber']

/** Forms, tags, parts of what is locked and the like are not what the product uses: refused rather than half served. */
const refuseTheRest = (asked: Asked, locked: boolean) => {
  const inParts = !locked && asked.key !== '' && isInParts(asked)
  const odd = Object.keys(asked.query).find(
    (name) => !known.test(name) && !(inParts && ofParts.includes(name)),
  )
  if (inParts && !odd) return
  const served = asked.key ? ['GET', 'HEAD', 'PUT', 'DELETE'] : ['GET', 'HEAD']
  if (odd || !served.includes(asked.method))
    throw new Refusal(501, 'NotImplemented', `This home does not serve ${asked.method} ${odd ?? ''} here.`)
}

const checkBody = (asked: Asked) => {
  if (asked.headers['content-length'] === undefined)
    throw new Refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')
  if (asked.headers['content-encoding']?.includes('aws-chunked'))
    throw new Refusal(501, 'NotImplemented', 'Set requestChecksumCalculation to WHEN_REQUIRED.')
  const checksum = amz(asked, 'x-amz-checksum-sha256')
  if (checksum !== undefined && checksum !== createHash('sha256').update(asked.body).digest('base64'))
    throw new Refusal(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.')
}

const checkConditions = async (asked: Asked, store: WholeStore, locked: boolean) => {
  const found = await store.existsObject(asked.bucket, asked.key)
  const none = asked.headers['if-none-match']
  const match = asked.headers['if-match']
  const failed = () => new Refusal(412, 'PreconditionFailed', 'At least one precondition did not hold.')
  if (none !== undefined && none !== '*')
    throw new Refusal(501, 'NotImplemented', 'If-None-Match on a put takes only *.')
  if (none && found) throw failed()
  if (match !== undefined) {
    if (!found) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.')
    if ((await store.getMetadata(asked.bucket, asked.key)).etag !== match) throw failed()
  }
  if (locked && found) throw new Refusal(403, 'AccessDenied', 'The object is locked: it may not be replaced.')
}

/** @param locked whether the bucket stands for one with S3 Object Lock. @throws Refusal */
export const checkRules = async (asked: Asked, store: WholeStore, locked: boolean): Promise<void> => {
  refuseTheRest(asked, locked)
  if (isInParts(asked)) {
    await checkParts(asked, store)
    if (completes(asked)) await checkConditions(asked, store, locked)
    if (asked.method === 'PUT') checkBody(asked)
    return
  }
  if (locked && asked.method === 'DELETE')
    throw new Refusal(403, 'AccessDenied', 'The object is locked: it may not be deleted.')
  if (asked.method !== 'PUT') return
  checkBody(asked)
  await checkConditions(asked, store, locked)
}
