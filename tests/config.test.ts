import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../server/config.ts'

const DEFAULTS = { dataDir: 'data/tanbiao' }

describe('the settings', () => {
  it('have defaults for all of them', () => {
    expect(readConfig({}, DEFAULTS)).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: path.resolve('data/tanbiao'),
      databaseUrl: undefined,
      replicaUrl: undefined,
      trustProxy: [],
      publicRead: false,
      passwordPolicy: 'nist',
      publicUrl: undefined,
      mail: undefined,
      metricsFrom: undefined,
      stopDelaySeconds: 0,
      startCheckLines: 10_000,
      logLevel: 'info',
    })
  })

  it('are read from the environment, where an empty one counts as absent', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/var/lib/tanbiao',
      DATABASE_URL: 'postgres://tanbiao@db/tanbiao',
      DATABASE_REPLICA_URL: 'postgres://tanbiao@replica/tanbiao',
      TRUST_PROXY: '10.0.0.0/8, 192.168.1.2,::1/128',
      PUBLIC_READ: '1',
      PASSWORD_POLICY: 'dengbao',
      PUBLIC_URL: 'https://tanbiao.example.cn:8443/',
      SMTP_URL: 'smtps://u:p@mail.example.cn',
      MAIL_FROM: '碳标 <tanbiao@example.cn>',
      METRICS: '1',
      METRICS_FROM: '10.1.0.0/16',
      STOP_DELAY_SECONDS: '10',
      START_CHECK_LINES: '500',
      LOG_LEVEL: '',
    }
    expect(readConfig(env, { ...DEFAULTS, logLevel: 'warn' })).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/var/lib/tanbiao',
      databaseUrl: 'postgres://tanbiao@db/tanbiao',
      replicaUrl: 'postgres://tanbiao@replica/tanbiao',
      trustProxy: ['10.0.0.0/8', '192.168.1.2', '::1/128'],
      publicRead: true,
      passwordPolicy: 'dengbao',
      publicUrl: 'https://tanbiao.example.cn:8443',
      mail: {
        smtpUrl: 'smtps://u:p@mail.example.cn',
        from: '碳标 <tanbiao@example.cn>',
        address: 'https://tanbiao.example.cn:8443',
      },
      metricsFrom: ['10.1.0.0/16'],
      stopDelaySeconds: 10,
      startCheckLines: 500,
      logLevel: 'warn',
    })
  })

  it.each([
    ['METRICS', 'yes', 'METRICS: must be 1'],
    ['METRICS_FROM', '0.0.0.0/0', 'is nearly everyone'],
    ['STOP_DELAY_SECONDS', '61', 'STOP_DELAY_SECONDS: must be a number of seconds from 0 to 60'],
    ['START_CHECK_LINES', '0', 'START_CHECK_LINES: must be a number of lines from 1 on'],
    ['PORT', 'http', 'PORT: must be a number'],
    ['PORT', '70000', 'PORT: must be a number from 0 to 65535'],
    ['PORT', ' ', 'PORT: must be a number'],
    ['PORT', '0x1F', 'PORT: must be a number'],
    ['PORT', '3e3', 'PORT: must be a number'],
    ['PORT', '-1', 'PORT: must be a number'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL: must begin with postgres://'],
    ['DATABASE_URL', 'postgres://host:port/db', 'DATABASE_URL: postgres://*** is not an address such as'],
    ['DATABASE_REPLICA_URL', 'mysql://x', 'DATABASE_REPLICA_URL: must begin with postgres://'],
    ['DATABASE_REPLICA_URL', 'postgres://replica/db', 'DATABASE_URL: is needed beside DATABASE_REPLICA_URL'],
    ['PASSWORD_POLICY', 'none', 'PASSWORD_POLICY: must be one of nist, dengbao'],
    ['PUBLIC_READ', 'false', 'PUBLIC_READ: '],
    ['PUBLIC_URL', 'tanbiao.example.cn', 'PUBLIC_URL: must be the address of the site'],
    ['PUBLIC_URL', 'ftp://tanbiao.example.cn', 'PUBLIC_URL: must be the address of the site'],
    ['PUBLIC_URL', 'https://example.cn/tanbiao', 'PUBLIC_URL: must be the address of the site'],
    ['PUBLIC_URL', 'https://user:word@example.cn', 'PUBLIC_URL: must be the address of the site'],
    ['PUBLIC_URL', 'https://example.cn:port', 'PUBLIC_URL: must be the address of the site'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY: "true" is not an IP address or network such as 10.0.0.0/8'],
    ['TRUST_PROXY', '10.0.0.0/33', 'TRUST_PROXY: "10.0.0.0/33"'],
    ['SMTP_URL', 'mail.example.cn', 'SMTP_URL: must be the address of a mail server'],
    ['SMTP_URL', 'smtp://mail.example.cn', 'MAIL_FROM: is needed beside SMTP_URL'],
    ['SMTP_URL', 'smtp://mail.example.cn', 'PUBLIC_URL: is needed beside SMTP_URL'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM: must be an address such as'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: must be one of fatal, '],
  ])('%s=%s is refused by name', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value }, DEFAULTS)).toThrow(sentence)
  })

  it('of the demo let the public read, unless they say otherwise', () => {
    const defaults = { ...DEFAULTS, publicRead: true }
    expect(readConfig({}, defaults).publicRead).toBe(true)
    expect(readConfig({ PUBLIC_READ: '0' }, defaults).publicRead).toBe(false)
  })

  it.each([
    '0.0.0.0/0',
    '::/0',
    '127.0.0.1/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '::ffff:0.0.0.0/96',
    '::ffff:0:0/96',
    '::ffff:128.0.0.0/97',
    '0:0:0:0:0:ffff::/90',
    '2000::/3',
    '1::/7',
  ])('TRUST_PROXY=%s is refused: it is nearly everyone', (value) => {
    const sentence = `TRUST_PROXY: "${value}" is nearly everyone`
    expect(() => readConfig({ TRUST_PROXY: `10.0.0.1,${value}` }, DEFAULTS)).toThrow(sentence)
  })

  it.each(['10.0.0.0/8', '0.0.0.0', 'fc00::/7', 'fe80::/10', '::1', '::ffff:10.0.0.0/104', '2001:db8::/32'])(
    'TRUST_PROXY=%s is taken',
    (value) => {
      expect(readConfig({ TRUST_PROXY: value }, DEFAULTS).trustProxy).toEqual([value])
    },
  )

  it('a wrong DATABASE_URL is shown without its password', () => {
    const wrong = () => readConfig({ DATABASE_URL: 'postgres://tanbiao:se/cr#et@db:5432/tanbiao' }, DEFAULTS)
    expect(wrong).toThrow('DATABASE_URL: postgres://***@db:5432/tanbiao is not an address')
    expect(wrong).not.toThrow('cr#et')
  })
})
