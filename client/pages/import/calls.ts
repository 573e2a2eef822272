import type { SavedList } from '../../../server/contract/entry.ts'
import type { ImportPreview } from '../../../server/contract/import.ts'
import { addressOf, ownProblem, ProblemError, send, taken } from '../../api.ts'
import { language } from '../../i18n/language.ts'

/** How long a file may take, over a slow line too. */
const LONGEST_UPLOAD_MS = 180_000

/** Sends a file as it is. A `fetch` does not tell how much has left. */
const upload = <Body>(address: string, { bytes, onSent, signal }: Upload): Promise<Body> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', language.peek())
    // What kind of file it is says its content; what browsers say depends on what is installed beside them.
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.timeout = LONGEST_UPLOAD_MS
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1))
    request.addEventListener('load', () => {
      try {
        resolve(taken(request.status, request.response ?? undefined))
      } catch (error) {
        reject(error)
      }
    })
    const unheard = (): void => reject(new ProblemError(ownProblem('network', 0, '')))
    request.addEventListener('error', unheard)
    request.addEventListener('timeout', unheard)
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(bytes)
  })

/** A file to be sent. */
interface Upload {
  bytes: ArrayBuffer
  /** Hears which share of it has left, 0–1. */
  onSent: (share: number) => void
  signal: AbortSignal
}

/** What a file would enter on a region's sheet; nothing is changed yet. */
export const previewImport = (region: string, year: number, file: Upload): Promise<ImportPreview> =>
  upload(addressOf('/api/imports', { region, year }), file)

/** Saves as drafts what a preview told: all of it, or nothing. */
export const applyImport = (id: string): Promise<SavedList> =>
  send('POST', `/api/imports/${encodeURIComponent(id)}/apply`)
