import type { Engine } from '../db/dialect.ts'

/** The file that says to people what lies beside it. */
export const DESCRIPTION = 'BACKUP.txt'

export interface Described {
  /** The program's own. */
  version: string
  engine: Engine
  now: Date
  lines: number
  figures: number
  snapshots: number
  withKey: boolean
}

/** What a backup is, what it holds, and how to go back to it; Chinese first. */
export function describeBackup({ version, engine, now, lines, figures, snapshots, withKey }: Described): string {
  const at = now.toISOString()
  return `碳标备份 ${at}
程序版本 ${version}，数据库 ${engine}；操作日志 ${lines} 行，已通过的年度数据 ${figures} 条，数据快照 ${snapshots} 个。
写成之后已经试着恢复过一次：日志首尾相连、不短于签名的 HEAD，各表与日志逐行一致。
${withKey ? '含签名私钥：能读到这个文件夹的人可以冒签操作日志，请像保管服务器一样保管。' : '不含签名私钥：恢复时另给私钥（--key），或由审计员接受日志（npm run accept-log）。'}
文件是否完好：sha256sum -c SHA256SUMS
恢复到空的 DATA_DIR（或空的数据库）：npm run restore -- 本文件夹
说明见 docs/operations.zh-CN.md“备份与恢复”。

Backup of Tanbiao, ${at}
Program ${version}, database ${engine}; ${lines} lines of the audit log, ${figures} approved figures, ${snapshots} snapshots.
Once written, it was restored as a trial: the log's chain is whole and not shorter than its signed HEAD, every table is as the log says.
${withKey ? 'With the private key: whoever reads this folder can sign another log. Keep it as you keep the server.' : 'Without the private key: at the restore give the key (--key), or let an auditor accept the log (npm run accept-log).'}
Whether the files are whole: sha256sum -c SHA256SUMS
To restore into an empty DATA_DIR (or an empty database): npm run restore -- THIS-FOLDER
See docs/operations.md, "Backup and restore".
`
}
