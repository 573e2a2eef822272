/** The page of one snapshot; `system` is whose commands it shows, empty for those of the reader's own. */
export const snapshotAddress = (id: string, system = ''): string =>
  `/snapshots/${id}${system && `?${new URLSearchParams({ system })}`}`

/** The page of what one snapshot has that an older one has not. */
export const compareAddress = (older: string, newer: string): string =>
  `/snapshots/compare?${new URLSearchParams({ older, newer })}`

export const zipAddress = (id: string): string => `/api/snapshots/${id}.zip`

export const fileAddress = (id: string, name: string): string =>
  `/api/snapshots/${id}/files/${encodeURIComponent(name)}`

export const diffCsv = (older: string, newer: string): string => `/api/snapshots/${older}/diff/${newer}.csv`
