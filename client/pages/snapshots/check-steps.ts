import type { SnapshotDetail } from '../../../server/contract/snapshot.ts'

/** On what someone checks a snapshot; the commands differ. */
export const SYSTEMS = ['windows', 'linux', 'macos'] as const
export type System = (typeof SYSTEMS)[number]

/** What a check is about; its words are in the catalogue. */
export type CheckName = 'unpack' | 'fingerprint' | 'whole' | 'signed' | 'key' | 'recomputed' | 'history'

export interface Check {
  name: CheckName
  /** One after the other, in the folder of the snapshot. */
  commands: readonly string[]
  /** What they are to answer, word for word; absent where the words say it. */
  answer?: string
}

/** The reader's own system by what the browser says of itself; where it says nothing that is known, Linux. */
export function systemOf(userAgent: string): System {
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'macos' : 'linux'
}

const SUM = {
  windows: (file: string) => `certutil -hashfile ${file} SHA256`,
  linux: (file: string) => `sha256sum ${file}`,
  macos: (file: string) => `shasum -a 256 ${file}`,
} as const

/** In PowerShell all files at once; with certutil one after the other. */
const POWERSHELL = `Get-Content SHA256SUMS | % { $h, $f = $_ -split '  '; "$f $(if ((Get-FileHash $f).Hash -eq $h) { 'OK' } else { 'FAILED' })" }`

const WHOLE: Readonly<Record<System, readonly string[]>> = {
  windows: [POWERSHELL, SUM.windows('observations.csv')],
  linux: ['sha256sum -c SHA256SUMS'],
  macos: ['shasum -a 256 -c SHA256SUMS'],
}

/** What the ZIP of a snapshot is called, by its folder. */
export const zipName = (folder: string): string => `tanbiao-${folder}.zip`

/** The checks of VERIFY.txt with what stands in this snapshot, in their order; before them how it is unpacked. */
export function toChecks(
  made: Pick<SnapshotDetail, 'folder' | 'sha256' | 'keySha256' | 'earlier'>,
  system: System,
): Check[] {
  const zip = zipName(made.folder)
  const sum = (file: string, sha256: string | null): Pick<Check, 'commands' | 'answer'> => ({
    commands: [SUM[system](file)],
    ...(sha256 !== null && { answer: system === 'windows' ? sha256 : `${sha256}  ${file}` }),
  })
  return [
    { name: 'unpack', commands: [system === 'windows' ? `tar -xf ${zip}` : `unzip ${zip}`, `cd ${made.folder}`] },
    { name: 'fingerprint', ...sum('SHA256SUMS', made.sha256) },
    { name: 'whole', commands: WHOLE[system] },
    {
      name: 'signed',
      commands: [
        'openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.sig SHA256SUMS',
        'openssl dgst -sha256 -verify public-key.pem -signature HEAD.sig HEAD',
      ],
      answer: 'Verified OK',
    },
    { name: 'key', ...sum('public-key.pem', made.keySha256) },
    { name: 'recomputed', commands: ['node verify.mjs'] },
    ...(made.earlier === null
      ? []
      : [{ name: 'history' as const, commands: [`node verify.mjs . --older ../${made.earlier.folder}`] }]),
  ]
}
