import { parseArgs } from 'node:util'
import { maskPassword } from '../server/db/address.ts'
import { generate } from '../tests/many/generate/generate.ts'
import { openPlace } from '../tests/many/generate/place.ts'
import { sizeOf } from '../tests/many/generate/size.ts'
import { tellStages } from './stages.ts'

// npm run generate -- [--figures N] [--organisations N] [--seed N] [--to DATA_DIR | --to postgres://…]: the demo and so many
// figures beside it, for measuring and trying; the same for the same seed.

const SEED = 20_261_121

const { say, end } = tellStages()
try {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { figures: text, organisations: text, seed: text, to: text } })
  const number = (given: string | undefined): number | undefined => (given === undefined ? undefined : Number(given))
  const size = sizeOf({ figures: number(values.figures), organisations: number(values.organisations) })
  const to = values.to ?? 'data/generated'
  const all = size.cells + size.corrected
  const begin = performance.now()
  console.log(
    `${all.toLocaleString('en')} figures of ${size.organisations} organisations and ${size.indicators} indicators → ${to.includes('://') ? maskPassword(to) : to}`,
  )
  const taken = (): string => `${((performance.now() - begin) / 1000).toFixed(0)} s`
  await generate({
    seed: number(values.seed) ?? SEED,
    size,
    open: (tables) => openPlace(to, tables),
    onEntered: (entered) => {
      if (entered === all) say(`making rules and indexes, ${taken()}`)
      else say(`${entered.toLocaleString('en')} figures, ${taken()}`, entered / all)
    },
  })
  end()
  console.log(`✓ Made in ${taken()}.`)
} catch (error) {
  end()
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
