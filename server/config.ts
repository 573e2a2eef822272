import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const networks = z.string().transform((list, context) => {
  const parts = list.split(',').map((part) => part.trim())
  const wrong = parts.find((part) => !isNetwork(part))
  if (wrong !== undefined) context.addIssue(`"${wrong}" is not an IP address or network such as 10.0.0.0/8`)
  return parts
})

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const widest = isIP(address) === 4 ? 32 : 128
  const fits = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= widest)
  return isIP(address) !== 0 && fits && rest.length === 0
}

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  TRUST_PROXY: networks.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  trustProxy: string[]
  logLevel: string
}

/** The settings, each checked; throws one sentence per setting that is wrong. An empty variable counts as absent. */
export function readConfig(env: NodeJS.ProcessEnv, defaults: { dataDir: string; logLevel?: string }): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''))
  const result = environment.safeParse({ LOG_LEVEL: defaults.logLevel, ...given })
  if (!result.success) {
    const sentences = result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
    throw new Error(`These settings (environment variables) are wrong:\n${sentences.join('\n')}`)
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, TRUST_PROXY, LOG_LEVEL } = result.data
  return {
    host: HOST,
    port: PORT,
    dataDir: path.resolve(DATA_DIR ?? defaults.dataDir),
    databaseUrl: DATABASE_URL,
    trustProxy: TRUST_PROXY ?? [],
    logLevel: LOG_LEVEL,
  }
}
