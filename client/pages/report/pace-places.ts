/** A tenth tells a pace of a few a year apart; from a hundred on it is noise. */
export const pacePlaces = (decimals: number, pace: string): number =>
  Math.max(decimals, /^-?[0-9]{3}/.test(pace) ? 0 : 1)
