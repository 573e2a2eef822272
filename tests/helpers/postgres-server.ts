import type { TestProject } from 'vitest/node'
import { prepareMigrated } from './databases.ts'
import { startPostgres } from './postgres.ts'

/** One PostgreSQL server for the whole run; each test makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  await prepareMigrated(server.url)
  project.provide('postgresUrl', server.url)
  return server.stop
}
