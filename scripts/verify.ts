import { verifyDatabase } from './verify-database.ts'

// npm run verify -- --database: the tables against the audit log.

try {
  if (process.argv[2] !== '--database') throw new Error('Say what to verify: npm run verify -- --database')
  if (!(await verifyDatabase(process.env))) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
