/** More points of a line than this are closer than a narrow screen can show. */
export const MOST_DRAWN = 400

export const isThinned = (points: number): boolean => points > MOST_DRAWN

/**
 * What lets ECharts draw of a long line one point for each of its pixels, those that keep its shape (largest triangle,
 * three buckets); nothing for a shorter one. Whoever thins out says so beside the chart: the table has all.
 */
export const thinning = (points: number): { sampling?: 'lttb' } => (isThinned(points) ? { sampling: 'lttb' } : {})
