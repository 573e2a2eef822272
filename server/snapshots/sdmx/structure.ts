import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { AsOf } from '../../http/as-of.ts'
import { listIndicators, listRegions } from '../../plans/queries.ts'
import { AGENCY, DATAFLOW } from './codes.ts'
import { type Lists, maintained, named, toCodelists } from './codelists.ts'
import { type Concept, CONCEPTS, dataStructure, urn } from './components.ts'

const SCHEMA =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json'

/** `structure.json` as known at an instant; see `toStructure`. */
export async function readStructure(db: Kysely<Database>, asOf: AsOf): Promise<string> {
  const [regions, indicators] = [await listRegions(db, asOf.seq), await listIndicators(db, asOf.seq)]
  const measures = await db
    .selectFrom('observation_revision')
    .select('measure')
    .distinct()
    .where('seq', '<=', asOf.seq)
    .execute()
  return toStructure(asOf, { regions, indicators, measures: measures.map(({ measure }) => measure) })
}

/**
 * `structure.json`: what the columns and codes of `observations.sdmx.csv` mean, as an SDMX-JSON 2.0 structure message
 * with dataflow, data structure, concepts and all lists of codes, so that nothing has to be fetched to read the file.
 */
export function toStructure({ instant }: AsOf, lists: Lists): string {
  const message = {
    meta: {
      schema: SCHEMA,
      id: 'tanbiao-snapshot',
      prepared: instant.toISOString(),
      test: false,
      contentLanguages: ['zh', 'en'],
      sender: { id: AGENCY },
    },
    data: {
      dataflows: [
        {
          ...maintained(DATAFLOW, { zh: '碳标年度数据', en: 'Tanbiao yearly figures' }),
          structure: urn('datastructure.DataStructure', 'DSD_OBSERVATIONS'),
        },
      ],
      dataStructures: [
        {
          ...maintained('DSD_OBSERVATIONS', { zh: '碳标年度数据的结构', en: 'Structure of Tanbiao yearly figures' }),
          dataStructureComponents: dataStructure,
        },
      ],
      conceptSchemes: [
        {
          ...maintained('CS_TANBIAO', { zh: '碳标概念', en: 'Concepts of Tanbiao' }),
          concepts: Object.entries(CONCEPTS).map(([id, concept]) => toConcept(id, concept)),
        },
      ],
      codelists: toCodelists(lists),
    },
  }
  return `${JSON.stringify(message, null, 2)}\n`
}

const toConcept = (id: string, { zh, en, said }: Concept) => ({
  id,
  ...named({ zh, en }),
  ...(said && { description: said.zh, descriptions: said }),
})
