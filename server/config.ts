import path from 'node:path'
import { z } from 'zod'
import { maskPassword } from './db/address.ts'
import { PASSWORD_POLICIES, type PasswordPolicy } from './domain/words.ts'
import { isNearlyEveryone, isNetwork } from './networks.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const STOP_DELAY_RULE = 'must be a number of seconds from 0 to 60'
const CHECK_LINES_RULE = 'must be a number of lines from 1 on'
const PORT_RULE = 'must be a number from 0 to 65535'

const networks = z.string().transform((list, context) => {
  const parts = list.split(',').map((part) => part.trim())
  const wrong = parts.find((part) => !isNetwork(part))
  if (wrong !== undefined) context.addIssue(`"${wrong}" is not an IP address or network such as 10.0.0.0/8`)
  const wide = parts.find((part) => isNetwork(part) && isNearlyEveryone(part))
  if (wide !== undefined) context.addIssue(`"${wide}" is nearly everyone; give the network of the proxy itself`)
  return parts
})

const postgresAddress = z.string().superRefine((text, context) => {
  if (!/^postgres(ql)?:\/\//.test(text)) context.addIssue('must begin with postgres://')
  else if (!URL.canParse(text)) {
    context.addIssue(
      `${maskPassword(text)} is not an address such as postgres://user:password@host:5432/database; in the password write # / ? @ : % as %23 %2F %3F %40 %3A %25`,
    )
  }
})

const ADDRESS_RULE = 'must be the address of the site as its readers know it, such as https://tanbiao.example.cn'

/** Without a path: the pages stand at the root of a site. */
const siteAddress = z
  .string()
  .refine((text) => /^https?:\/\/[^/?#@]+\/?$/.test(text) && URL.canParse(text), ADDRESS_RULE)
  .transform((text) => new URL(text).origin)

const smtpAddress = z
  .string()
  .refine(
    (text) => /^smtps?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text),
    'must be the address of a mail server, such as smtp://user:password@mail.example.cn:587 or smtps://…',
  )

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/, PORT_RULE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RULE)
    .default(3000),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_REPLICA_URL: postgresAddress.optional(),
  TRUST_PROXY: networks.optional(),
  PUBLIC_READ: z.enum(['0', '1'], 'must be 1 (approved data can be read without signing in) or 0').optional(),
  PASSWORD_POLICY: z.enum(PASSWORD_POLICIES, `must be one of ${PASSWORD_POLICIES.join(', ')}`).default('nist'),
  PUBLIC_URL: siteAddress.optional(),
  SMTP_URL: smtpAddress.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<?[^@\s<>]+@[^@\s<>]+>?$/, 'must be an address such as 碳标 <tanbiao@example.cn>')
    .optional(),
  METRICS: z.enum(['0', '1'], 'must be 1 (GET /metrics for Prometheus) or 0').default('0'),
  METRICS_FROM: networks.default(['127.0.0.0/8', '::1']),
  STOP_DELAY_SECONDS: z
    .string()
    .regex(/^[0-9]{1,2}$/, STOP_DELAY_RULE)
    .transform(Number)
    .refine((seconds) => seconds <= 60, STOP_DELAY_RULE)
    .default(0),
  START_CHECK_LINES: z
    .string()
    .regex(/^[1-9][0-9]{0,9}$/, CHECK_LINES_RULE)
    .transform(Number)
    .default(10_000),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})
const wholeEnvironment = environment.superRefine((settings, context) => {
  const { DATABASE_URL, DATABASE_REPLICA_URL, SMTP_URL, MAIL_FROM, PUBLIC_URL } = settings
  if (DATABASE_REPLICA_URL !== undefined && DATABASE_URL === undefined) {
    const message = 'is needed beside DATABASE_REPLICA_URL: the primary, to which everything is written'
    context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message })
  }
  if (SMTP_URL === undefined) return
  const needed = 'is needed beside SMTP_URL, for the letters that remind of what is due'
  if (MAIL_FROM === undefined) context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: needed })
  if (PUBLIC_URL === undefined) context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: needed })
})

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  /** A streaming replica of the database, for reading; undefined: everything is read where it is written. */
  replicaUrl: string | undefined
  trustProxy: string[]
  publicRead: boolean
  passwordPolicy: PasswordPolicy
  /** Where readers reach the site, without a slash at its end; undefined: where it listens. */
  publicUrl: string | undefined
  /** How reminders are sent; undefined: nobody is written to. */
  mail: { smtpUrl: string; from: string; address: string } | undefined
  /** Networks from which Prometheus may read `/metrics`; undefined: it is not there. */
  metricsFrom: string[] | undefined
  /** How long the service answers on after it was told to stop, while it says that it is not ready. */
  stopDelaySeconds: number
  /** So many of the newest lines of the audit log are read before it listens; the rest afterwards. */
  startCheckLines: number
  logLevel: string
}

/** The settings, each checked; throws one sentence per setting that is wrong. An empty variable counts as absent. */
export function readConfig(
  env: NodeJS.ProcessEnv,
  defaults: { dataDir: string; logLevel?: string; publicRead?: boolean },
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''))
  const result = wholeEnvironment.safeParse({ LOG_LEVEL: defaults.logLevel, ...given })
  if (!result.success) {
    const sentences = result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
    throw new Error(`These settings (environment variables) are wrong:\n${sentences.join('\n')}`)
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, TRUST_PROXY, PUBLIC_READ, PASSWORD_POLICY, PUBLIC_URL, LOG_LEVEL } =
    result.data
  const { DATABASE_REPLICA_URL, SMTP_URL, MAIL_FROM } = result.data
  const { METRICS, METRICS_FROM, STOP_DELAY_SECONDS, START_CHECK_LINES } = result.data
  return {
    host: HOST,
    port: PORT,
    dataDir: path.resolve(DATA_DIR ?? defaults.dataDir),
    databaseUrl: DATABASE_URL,
    replicaUrl: DATABASE_REPLICA_URL,
    trustProxy: TRUST_PROXY ?? [],
    publicRead: PUBLIC_READ === undefined ? (defaults.publicRead ?? false) : PUBLIC_READ === '1',
    passwordPolicy: PASSWORD_POLICY,
    publicUrl: PUBLIC_URL,
    mail:
      SMTP_URL !== undefined && MAIL_FROM !== undefined && PUBLIC_URL !== undefined
        ? { smtpUrl: SMTP_URL, from: MAIL_FROM, address: PUBLIC_URL }
        : undefined,
    metricsFrom: METRICS === '1' ? METRICS_FROM : undefined,
    stopDelaySeconds: STOP_DELAY_SECONDS,
    startCheckLines: START_CHECK_LINES,
    logLevel: LOG_LEVEL,
  }
}
