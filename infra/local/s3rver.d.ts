// Types for the part of s3rver 3.7.1 the local home uses; the package has none.
declare module 's3rver' {
  import type FilesystemStore from 's3rver/lib/stores/filesystem.js'

  export default class S3rver {
    constructor(options: {
      directory: string
      silent: boolean
      vhostBuckets: boolean
      configureBuckets: { name: string }[]
    })
    store: FilesystemStore
    context: { store: FilesystemStore }
    httpServer?: import('node:http').Server
    configureBuckets(): Promise<unknown>
    listen(socketPath: string): Promise<import('node:http').Server>
    close(): Promise<void>
  }
}

declare module 's3rver/lib/stores/filesystem.js' {
  type Metadata = Record<string, string>
  export type Stored = {
    bucket: string
    key: string
    metadata: Metadata
    size: number
    lastModifiedDate: Date
    content: import('node:stream').Readable
  }

  export default class FilesystemStore {
    constructor(directory: string)
    getResourcePath(bucket: string, key: string, resource: string): string
    getMetadata(bucket: string, key: string): Promise<Metadata>
    putMetadata(bucket: string, key: string, metadata: Metadata, md5?: string): Promise<void>
    existsObject(bucket: string, key: string): Promise<boolean>
    getObject(bucket: string, key: string): Promise<Stored | null>
    listObjects(
      bucket: string,
      options: { maxKeys?: number; prefix?: string },
    ): Promise<{ objects: Stored[]; isTruncated: boolean }>
    deleteObject(bucket: string, key: string): Promise<void>
    putObject(object: Pick<Stored, 'bucket' | 'key' | 'metadata' | 'content'>): Promise<{
      size: number
      md5: string
    }>
    copyObject(
      fromBucket: string,
      fromKey: string,
      bucket: string,
      key: string,
      replacement: Metadata | null,
    ): Promise<Metadata>
  }
}
