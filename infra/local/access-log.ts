// The log of who read bulletins on one machine, in CloudFront's own format, delivered to the function that counts on AWS.
import { gzipSync } from 'node:zlib'
import { log } from '#functions/shared/log.ts'
import { replaceObject } from '#functions/shared/objects.ts'
import { logPrefix } from '../bulletins.data.ts'
import type { Served } from './bulletins.ts'
import { queueHandler } from './pump-consumers.ts'

type Line = Served & { at: Date }

const names = [
  ...['date', 'time', 'x-edge-location', 'sc-bytes', 'c-ip', 'cs-method', 'cs(Host)', 'cs-uri-stem'],
  ...['sc-status', 'cs(Referer)', 'cs(User-Agent)', 'cs-uri-query', 'sc-content-type'],
]

const lineOf = ({ at, path, status, type, bytes, agent, from }: Line): string => {
  const [date = '', time = ''] = at.toISOString().split(/[T.]/)
  const told = [date, time, 'LOCAL', String(bytes), from, 'GET', '127.0.0.1', path, String(status), '-']
  return [...told, encodeURIComponent(agent), '-', encodeURIComponent(type)].join('\t')
}

/** A file as CloudFront delivers it, before it is packed. */
export const logOf = (lines: readonly Line[]): string =>
  ['#Version: 1.0', `#Fields: ${names.join(' ')}`, ...lines.map(lineOf), ''].join('\n')

const soonMs = 1_000

/** Collects lines, and a second later delivers them as one file. @param bucket the bucket of logs */
export const accessLog = (bucket: string, now: () => Date) => {
  let lines: Line[] = []
  let timer: NodeJS.Timeout | undefined
  let delivered: Promise<unknown> = Promise.resolve()
  const deliver = async () => {
    const whole = lines.splice(0)
    if (whole.length === 0) return
    const key = `${logPrefix}local.${now().toISOString().slice(0, 13)}.${crypto.randomUUID()}.gz`
    const kept = { type: 'application/gzip', kept: 'no-store' }
    await replaceObject(bucket, key, gzipSync(logOf(whole)), kept)
    const count = await queueHandler('functions/bulletins/count.lambda.ts')
    const body = JSON.stringify({ detail: { bucket: { name: bucket }, object: { key } } })
    await count({ Records: [{ messageId: key, body }] })
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    delivered = delivered.then(deliver).catch((error: Error) => log.error('a log was not counted', { error }))
    return delivered
  }
  return {
    note: (served: Served) => {
      lines = [...lines, { ...served, at: now() }]
      timer ??= setTimeout(flush, soonMs).unref()
    },
    flush,
  }
}
