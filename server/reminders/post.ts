import { createTransport } from 'nodemailer'
import type { Letter } from './letters.ts'

/** Takes letters to a mail server. */
export interface Post {
  send: (to: string, letter: Letter) => Promise<void>
  close: () => void
}

// A mail server that is silent must not hold the rest.
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** @param url of an SMTP server: `smtp://user:password@host:587` or `smtps://…` */
export function connectPost(url: string, from: string): Post {
  const transport = createTransport({ url, ...TIMEOUTS_MS }, { from })
  return {
    send: async (to, { subject, text }) => void (await transport.sendMail({ to, subject, text })),
    close: () => transport.close(),
  }
}
