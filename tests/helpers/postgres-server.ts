import type { TestProject } from 'vitest/node'
import { prepareServer } from './databases.ts'
import { startPostgres } from './postgres.ts'

/** One PostgreSQL server for the whole run; each test makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  await prepareServer(server.url)
  project.provide('postgresUrl', server.url)
  return server.stop
}
