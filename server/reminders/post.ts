import { createTransport } from 'nodemailer'
import type { Letter } from './letters.ts'

/** Takes letters to a mail server. */
export interface Post {
  send: (to: string, letter: Letter) => Promise<void>
  close: () => void
}

/** @param url of an SMTP server: `smtp://user:password@host:587` or `smtps://…` */
export function connectPost(url: string, from: string): Post {
  const transport = createTransport(url, { from })
  return {
    send: async (to, { subject, text }) => void (await transport.sendMail({ to, subject, text })),
    close: () => transport.close(),
  }
}
