/** So many regions are on a page, and so many targets: below these the roll-up is to be found. */
export const REGION_ROWS = 50
export const TARGET_ROWS = 20

/** The place of the first row of a page, counted from 1. */
export const fromOf = (page: number, perPage: number): number => (page - 1) * perPage + 1

/** Of a page that was cut from a list, what `Pages` needs to know. */
export const toListing = (total: number, page: number, perPage: number, shown: number) => ({
  page,
  pages: Math.max(1, Math.ceil(total / perPage)),
  from: shown === 0 ? 0 : fromOf(page, perPage),
  to: shown === 0 ? 0 : fromOf(page, perPage) + shown - 1,
  total,
})
