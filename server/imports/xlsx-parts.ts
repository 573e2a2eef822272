import type { Limits } from './limits.ts'
import { Refused } from './refused.ts'
import { unpackText } from './unpack.ts'
import { XmlReader, type XmlHandlers } from './xml.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

/** A spreadsheet as a package of named parts that are read one after another, each from beginning to end. */
export interface XlsxParts {
  has: (name: string) => boolean
  read: (name: string, handlers: XmlHandlers) => Promise<void>
  /** Where the relations of a part lead, by their id. */
  relations: (name: string) => Promise<Relation[]>
}

export interface Relation {
  id: string
  /** The last word of its type, for example worksheet. */
  kind: string
  target: string
}

/** One for each sheet and a few more; pictures are not related to what is read here. */
const MOST_RELATIONS = 1000

export function openXlsx(bytes: Uint8Array, limits: Limits): XlsxParts {
  const entries = readDirectory(bytes, limits)
  const find = (name: string): ZipEntry | undefined => entries.get(name.toLowerCase())
  const read = async (name: string, handlers: XmlHandlers): Promise<void> => {
    const entry = find(name)
    if (entry === undefined) throw new Refused('not-xlsx', { data: { missing: name } })
    const reader = new XmlReader(name, handlers)
    for await (const piece of unpackText(entry)) reader.write(piece)
    reader.end()
  }
  const relations = async (name: string): Promise<Relation[]> => {
    const slash = name.lastIndexOf('/') + 1
    const found: Relation[] = []
    await read(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`, {
      open: (element, attribute) => {
        if (element !== 'Relationship' || attribute('TargetMode') === 'External') return
        if (found.length === MOST_RELATIONS) throw new Refused('too-complex')
        const target = resolved(name.slice(0, slash), attribute('Target') ?? '')
        found.push({ id: attribute('Id') ?? '', kind: (attribute('Type') ?? '').split('/').at(-1) ?? '', target })
      },
    })
    return found
  }
  return { has: (name) => find(name) !== undefined, read, relations }
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
