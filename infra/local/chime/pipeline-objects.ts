// Where recordings are put: any S3, by its own client.
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchBucket,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { localRegion } from '../dynamodb.ts'

export type ObjectsOptions = {
  endpoint: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}

/** What a media pipeline asks of an object store. */
export type PipelineObjects = {
  put(bucket: string, key: string, body: Buffer): Promise<void>
  get(bucket: string, key: string): Promise<Buffer>
  /** Keys below a prefix, in their order. */
  list(bucket: string, prefix: string): Promise<string[]>
  close(): void
}

export const openObjects = (of: () => ObjectsOptions): PipelineObjects => {
  let made: S3Client | undefined
  const s3 = () => {
    made ??= new S3Client({
      region: localRegion,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...of(),
    })
    return made
  }
  return {
    put: async (Bucket, Key, Body) => {
      await s3().send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'video/webm' }))
    },
    get: async (Bucket, Key) => {
      const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key }))
      return Buffer.from((await Body?.transformToByteArray()) ?? [])
    },
    list: async (Bucket, Prefix) => {
      const keys: string[] = []
      let ContinuationToken: string | undefined
      do {
        const found = await s3().send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }))
        keys.push(...(found.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : [])))
        ContinuationToken = found.NextContinuationToken
      } while (ContinuationToken)
      return keys.sort()
    },
    close: () => made?.destroy(),
  }
}

/** For a Chime without a store: a pipeline fails as it does where the bucket lets nobody in. */
export const noObjects: PipelineObjects = {
  put: () => Promise.reject(new NoSuchBucket({ message: 'No object store.', $metadata: {} })),
  get: () => Promise.reject(new NoSuchBucket({ message: 'No object store.', $metadata: {} })),
  list: async () => [],
  close: () => {},
}
