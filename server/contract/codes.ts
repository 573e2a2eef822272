import { z } from 'zod'

/** GB/T 2260 digits, or `00` for the nation. */
export const regionCode = z
  .string()
  .regex(/^[0-9]{2}([0-9]{2}){0,2}$/, 'region-code')
  .meta({ example: '63' })

/** A readable slug: lower-case letters, digits and single hyphens. */
const slug = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug')

export const planCode = slug.meta({ example: 'qh-stip-145' })
export const indicatorCode = slug.meta({ example: 'rd-intensity' })
export const themeCode = slug.meta({ example: 'enterprises' })
export const targetId = slug.meta({ example: 'qh-stip-145-rd-intensity', description: 'Stable for ever' })
