// The mail that carries a first password, sent as Cognito sends it, to the home's own SMTP sink.
import { createTransport } from 'nodemailer'
import { required, setting } from '#functions/shared/config.ts'
import type { User } from '#infra/local/identity-users.ts'
import { invitationMail } from '#infra/sign-in.data.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** @throws Error when the home has no mail, or it does not answer */
export const sendFirstPassword = async (user: User, password: string, publicUrl: string): Promise<void> => {
  const { subject, body } = invitationMail(publicUrl)
  const html = body.replace('{username}', escaped(user.username)).replace('{####}', escaped(password))
  const from = setting('MAIL_FROM') ?? 'khong-tra-loi@diemcau.example'
  const transport = createTransport(required('SMTP_URL'))
  try {
    await transport.sendMail({ from, to: user.email, subject, html })
  } finally {
    transport.close()
  }
}
