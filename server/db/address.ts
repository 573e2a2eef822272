/** A database's address as it may be shown: without any password. */
export function maskPassword(address: string): string {
  if (!URL.canParse(address)) {
    // Where the password begins and ends is not certain here, so everything before the host goes.
    const [scheme = ''] = address.split('//')
    return `${scheme}//***${/@[^@]*$/.exec(address)?.[0] ?? ''}`
  }
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  for (const name of url.searchParams.keys()) if (/password/i.test(name)) url.searchParams.set(name, '***')
  return url.href
}
