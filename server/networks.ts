import { BlockList, isIP } from 'node:net'

/** An IP address, alone or with the number of bits that count: 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const widest = isIP(address) === 4 ? 32 : 128
  const fits = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= widest)
  return isIP(address) !== 0 && fits && rest.length === 0
}

/** Whether a network is wider than any that is private: 10.0.0.0/8, and fc00::/7 of IPv6. */
export function isNearlyEveryone(network: string): boolean {
  const [address = '', text] = network.split('/')
  if (isIP(address) === 4) return Number(text ?? 32) < 8
  const bits = Number(text ?? 128)
  return bits < 7 || (bits < 104 && holdsMapped(address, Math.min(bits, 96)))
}

/** Whether an IPv6 network has the addresses of IPv4 in it, which are written ::ffff:10.0.0.1 there. */
function holdsMapped(address: string, bits: number): boolean {
  const network = new BlockList()
  network.addSubnet(address, bits, 'ipv6')
  return network.check('::ffff:0.0.0.0', 'ipv6')
}

/** Whether an address is in one of some networks, also where it is one of IPv4 written as one of IPv6. */
export function isIn(address: string, networks: readonly string[]): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    const ofBase = isIP(base) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(base, Number(bits ?? (ofBase === 'ipv6' ? 128 : 32)), ofBase)
  }
  return list.check(address, family)
}
