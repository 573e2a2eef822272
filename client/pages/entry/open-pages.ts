import type { Observation } from '../../../server/contract/observation.ts'

/** What pages of the same sheet tell each other. */
type Message = { tell: 'who-is-there' } | { tell: 'here'; page: string } | { tell: 'saved'; figures: Observation[] }

/** How long the other pages have to say that they are open. */
const ANSWER_MS = 250

export interface OpenPages {
  /** The others that are open now. */
  list: () => Promise<ReadonlySet<string>>
  tellSaved: (figures: Observation[]) => void
  close: () => void
}

const isMessage = (data: unknown): data is Message => typeof data === 'object' && data !== null && 'tell' in data

/** Speaks with the other pages of this browser that show the same sheet to the same person. */
export function openPages(name: string, page: string, onSaved: (figures: Observation[]) => void): OpenPages {
  if (typeof BroadcastChannel === 'undefined') {
    return { list: async () => new Set(), tellSaved: () => undefined, close: () => undefined }
  }
  const channel = new BroadcastChannel(`tanbiao.entry/${name}`)
  const others = new Set<string>()
  const say = (message: Message): void => channel.postMessage(message)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return
    if (data.tell === 'who-is-there') say({ tell: 'here', page })
    else if (data.tell === 'here') others.add(data.page)
    else onSaved(data.figures)
  })
  return {
    list: async () => {
      others.clear()
      say({ tell: 'who-is-there' })
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      return others
    },
    tellSaved: (figures) => say({ tell: 'saved', figures }),
    close: () => channel.close(),
  }
}
