import { MISSING, toFigure } from '../../format.ts'

/** A share with the four places that it is published with, so that a column of them stands at one point: 0.7050. */
export const shareText = (share: number | null): string =>
  share === null ? MISSING : toFigure(share.toFixed(4), { language: 'en' })
