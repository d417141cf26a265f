// A user pool of its own for one test file: the local issuer with its administration, and the mail it sends.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { startMail } from '#infra/local/mail.ts'
import { localPool } from '#infra/local/sign-in.ts'
import { startTestIssuer } from './issuer.ts'

/** Points this process's functions at the pool and at the mail. */
export const startPool = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-pool-'))
  const issuer = await startTestIssuer()
  const mail = await startMail({ dir: join(dir, 'mail'), port: 0 })
  Object.assign(process.env, {
    USER_POOL_ID: localPool.poolId,
    COGNITO_ENDPOINT: `${issuer.origin}/local/cognito-idp`,
    SMTP_URL: mail.url,
  })
  /** What was mailed to an address, oldest first. */
  const mailTo = async (address: string) => {
    const files = readdirSync(join(dir, 'mail'))
      .filter((name) => name.endsWith('.eml'))
      .toSorted()
    const letters = await Promise.all(
      files.map((name) => PostalMime.parse(readFileSync(join(dir, 'mail', name)))),
    )
    return letters.filter(({ to }) => to?.some((one) => one.address === address))
  }
  return {
    issuer,
    mailTo,
    stop: async () => {
      await mail.stop()
      issuer.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The first password a letter carries. */
export const passwordIn = (html = ''): string =>
  (/tạm thời[^<]*<b>([^<]+)<\/b>/.exec(html)?.[1] ?? '').replace(/&#(\d+);/g, (_, code) =>
    String.fromCharCode(Number(code)),
  )
