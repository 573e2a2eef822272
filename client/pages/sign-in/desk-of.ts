import type { Session } from '../../../server/contract/session.ts'
import { getRounds } from '../../api.ts'
import { toDate } from '../../format.ts'
import { entryAddress } from '../../state/address.ts'
import { firstEntryYear } from '../../state/entry-year.ts'

/** Where each role begins its day. */
export async function deskOf({ user, passwordExpired }: Session): Promise<string> {
  if (passwordExpired) return '/account'
  switch (user?.role) {
    case 'reporter': {
      const regionCode = user.regionCode ?? ''
      const rounds = await getRounds().catch(() => [])
      return entryAddress(regionCode, firstEntryYear(rounds, regionCode, toDate(new Date().toISOString())))
    }
    case 'reviewer':
      return '/review'
    case 'administrator':
      return '/admin'
    default:
      return '/'
  }
}
