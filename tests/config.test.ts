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
      trustProxy: [],
      logLevel: 'info',
    })
  })

  it('are read from the environment, where an empty one counts as absent', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/var/lib/tanbiao',
      DATABASE_URL: 'postgres://tanbiao@db/tanbiao',
      TRUST_PROXY: '10.0.0.0/8, 192.168.1.2,::1/128',
      LOG_LEVEL: '',
    }
    expect(readConfig(env, { ...DEFAULTS, logLevel: 'warn' })).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/var/lib/tanbiao',
      databaseUrl: 'postgres://tanbiao@db/tanbiao',
      trustProxy: ['10.0.0.0/8', '192.168.1.2', '::1/128'],
      logLevel: 'warn',
    })
  })

  it.each([
    ['PORT', 'http', 'PORT: must be a number'],
    ['PORT', '70000', 'PORT: '],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL: must begin with postgres://'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY: "true" is not an IP address or network such as 10.0.0.0/8'],
    ['TRUST_PROXY', '10.0.0.0/33', 'TRUST_PROXY: "10.0.0.0/33"'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: must be one of fatal, '],
  ])('%s=%s is refused by name', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value }, DEFAULTS)).toThrow(sentence)
  })
})
