import type { Kysely } from 'kysely'
import { seqAt } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { type AsOf, toAsOf, toInstant } from '../http/as-of.ts'
import { invalidField, invalidFields } from '../http/refusal.ts'

const AFTER_AS_OF = {
  path: 'since',
  code: 'since-after-as-of',
  message: {
    'zh-CN': '起始日在截止日之后，没有可比的。请填截止日或更早的日期。',
    en: 'This day is after the one that is compared with it. Give the same day or an earlier one.',
  },
}

/** The moment after which changes are looked for: at or before `asOf`. A day that has not ended yet ends where `asOf` does. */
export async function resolveSince(db: Kysely<Database>, text: string, asOf: AsOf): Promise<AsOf> {
  const instant = toInstant(text)
  if (instant === undefined) throw invalidField('since', 'as-of')
  if (instant > asOf.instant) {
    if (text === asOf.day) return asOf
    throw invalidFields([AFTER_AS_OF])
  }
  return toAsOf(instant, await seqAt(db, instant))
}
