// `npm install` drops an optional platform package that the registry lacks without a word; `npm ci` then refuses the lock.
// Fails when package-lock.json names an optional dependency that it has no entry for.
import { readFileSync } from 'node:fs'

const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

/** The folders in which Node would look for a dependency of the package at `at`, nearest first. */
function* folders(at) {
  for (let dir = at; dir; dir = dir.slice(0, Math.max(dir.lastIndexOf('node_modules/') - 1, 0))) yield `${dir}/`
  yield ''
}

const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => ![...folders(at)].some((dir) => packages[`${dir}node_modules/${name}`]?.version))
    .map((name) => `${name}, wanted by ${at || 'the project'}`),
)
for (const line of missing) console.error(`package-lock.json lacks ${line}`)
process.exitCode = missing.length > 0 ? 1 : 0
