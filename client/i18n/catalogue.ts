import type { Language } from '../../server/domain/labels.ts'

/** A page's catalogue: the same keys in both languages; sentences with parameters are functions. */
export type Catalogue<Text> = Readonly<Record<Language, Text>>
