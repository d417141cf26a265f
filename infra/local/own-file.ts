// Writes a file only its owner may read, whole or not at all: a crash leaves the old one.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/** Replaces `file` by `content`, mode 0600. */
export const writeOwnFile = (file: string, content: string | Uint8Array): void => {
  const draft = `${file}.${process.pid}.tmp`
  const handle = openSync(draft, 'w', 0o600)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
}
