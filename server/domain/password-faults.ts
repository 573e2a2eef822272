import { POLICIES } from './policies.ts'
import { isStorable } from './storable.ts'
import type { PasswordPolicy } from './words.ts'

/** What is wrong with a password; each has its sentences in both languages. */
export const PASSWORD_FAULTS = [
  'password-unstorable',
  'password-short-15',
  'password-short-10',
  'password-long',
  'password-unmixed',
  'password-holds-username',
  'password-commonplace',
] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

const SHORT: Readonly<Record<PasswordPolicy, PasswordFault>> = {
  nist: 'password-short-15',
  dengbao: 'password-short-10',
}

/**
 * What keeps a password from being taken, in the order in which it is said; empty where nothing does.
 *
 * Whether it was used before is not known here.
 *
 * @param password as typed; compared and counted in the form that is stored (Unicode NFKC)
 */
export function passwordFaults(policy: PasswordPolicy, password: string, username: string): PasswordFault[] {
  if (!isStorable(password)) return ['password-unstorable']
  const terms = POLICIES[policy].passwords
  const text = password.normalize('NFKC')
  const { length } = Array.from(text)
  const faults: PasswordFault[] = []
  if (length < terms.shortest) faults.push(SHORT[policy])
  if (length > terms.longest) return [...faults, 'password-long']
  if (classesOf(text) < terms.classes) faults.push('password-unmixed')
  const held = text.toLowerCase().includes(username.toLowerCase())
  if (held && !terms.mayHoldUsername) faults.push('password-holds-username')
  // Said of what is long enough: of what is not, it is no news.
  if (length >= terms.shortest && isCommonplace(text, username)) faults.push('password-commonplace')
  return faults
}

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]
const classesOf = (text: string): number => CLASSES.filter((pattern) => pattern.test(text)).length

/** What everyone tries first, and the words of this program. Longer ones come first, since they hold shorter ones. */
const WORDS = [
  'qwertyuiop',
  'asdfghjkl',
  '1q2w3e4r5t',
  'p@ssw0rd',
  'password',
  'passw0rd',
  'iloveyou',
  'kejiting',
  '1qaz2wsx',
  'changeme',
  'tanbiao',
  'welcome',
  'zxcvbnm',
  'letmein',
  'woaini',
  'qwerty',
  'qazwsx',
  'secret',
  'dragon',
  'monkey',
  'admin',
  'login',
  'china',
  'mima',
  'a1b2c3',
  '1314',
  '5201314',
  '碳标',
  '密码',
  '科技厅',
  '科技局',
].toSorted((a, b) => b.length - a.length)

/** So many characters must be left without commonplace words, repetitions and sequences. */
const OWN_CHARACTERS = 6

/** Whether little of the password is its own: the rest are words that everyone tries, the username, 1234, aaaa, abcabc. */
function isCommonplace(text: string, username: string): boolean {
  let rest = unrepeated(text.toLowerCase())
  for (const word of [username.toLowerCase(), ...WORDS]) if (word !== '') rest = rest.replaceAll(word, '')
  return withoutRuns(unrepeated(rest)) < OWN_CHARACTERS
}

/** `abcabcab` → `abc`: what is repeated, once. */
function unrepeated(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    const unit = text.slice(0, size)
    if (unit.repeat(Math.ceil(text.length / size)).startsWith(text)) return unit
  }
  return text
}

/** How many characters neither repeat the one before nor follow it, upwards or downwards, as 4 follows 3. */
function withoutRuns(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1).length
}
