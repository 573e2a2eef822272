import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findNginx } from '../../scripts/test-machine.ts'
import { freePort } from './postgres.ts'

const EXAMPLE = path.resolve(import.meta.dirname, '../../docs/nginx.conf')

export interface Nginx {
  address: string
  stop: () => Promise<void>
}

/** nginx with the settings of docs/nginx.conf in front of servers on these ports of this machine. */
export async function startNginx(ports: readonly [number, number]): Promise<Nginx> {
  const program = findNginx()
  if (program === undefined) throw new Error('nginx is not installed. Run the tests with: npm test')
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-nginx-'))
  const port = await freePort()
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, mainFile(folder, siteOf(ports, port)))
  const child = spawn(program, ['-p', folder, '-c', file, '-e', path.join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  await untilAnswering(address, () => child.exitCode !== null)
  return {
    address,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The example as it lies in the docs, but for addresses. */
function siteOf([one, other]: readonly [number, number], port: number): string {
  const example = readFileSync(EXAMPLE, 'utf8')
  const site = example
    .replace('10.1.2.11:3000', `127.0.0.1:${one}`)
    .replace('10.1.2.12:3000', `127.0.0.1:${other}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
  if (/10\.1\.2|listen 80/.test(site)) throw new Error('docs/nginx.conf has other addresses than these tests know')
  return site
}

/** What the system's own nginx.conf says around it. */
const mainFile = (folder: string, site: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 2048; }
http {
    access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `    ${name}_temp_path ${folder}/${name};`).join('\n')}
${site}
}
`

async function untilAnswering(address: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch(address)
      return
    } catch (error) {
      if (hasEnded() || attempt === 200) throw error
      await delay(50)
    }
  }
}
