/** So many regions are on a page, and so many targets: below these the roll-up is to be found. */
export const REGION_ROWS = 50
export const TARGET_ROWS = 20
