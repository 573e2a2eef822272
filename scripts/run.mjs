// Runs a TypeScript file of the project: `node scripts/run.mjs server/main.ts`. Plain JavaScript, so that a Node that
// is too old says so, instead of stumbling over the first type.
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const NEEDED = 24
const major = Number.parseInt(process.versions.node, 10)
if (major < NEEDED) {
  console.error(
    `Tanbiao needs Node.js ${NEEDED} or newer; this is ${process.version} (${process.execPath}).\n` +
      'Use the npm scripts (npm start, npm run demo, npm test): after `npm ci` they run on the Node.js that the project brings along.\n' +
      `Where it brings none for this platform (${process.platform} ${process.arch}), install Node.js ${NEEDED} or newer.`,
  )
  process.exit(1)
}
// What is compiled once is not compiled again, which halves a start. Where nothing can be written it goes without; NODE_COMPILE_CACHE
// names another folder. Not in the folder for temporary files, where others could put something else in its place.
// In the environment, so that threads have it too.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, '../node_modules/.cache/compiled')
module.enableCompileCache()
process.argv.splice(1, 1)
await import(pathToFileURL(path.resolve(process.argv[1])).href)
