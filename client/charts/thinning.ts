/** More points of a line than this are not told apart on any screen. */
export const MOST_DRAWN = 400

export const isThinned = (points: number): boolean => points > MOST_DRAWN

/**
 * What lets ECharts draw a long line by the points that keep its shape (largest triangle, three buckets); nothing for a
 * shorter one. Whoever thins out says so beside the chart: the table has all.
 */
export const thinning = (points: number): { sampling?: 'lttb' } => (isThinned(points) ? { sampling: 'lttb' } : {})
