/** A plain list of machines, as people keep it in a spreadsheet: one line each, with headings in English or Japanese. */
import type { reachabilities } from '../../contract/fleet.ts'
import { machineRole, machineRoles } from '../../contract/limits.ts'
import { readRoles } from '../../domain/fleet/lines.ts'
import { readArchitecture, readBuild, readKb, readWords } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { cellOf, columnsNamed, type RecordTable, type TableRecord } from './records.ts'
import { isNever, momentReader } from './times.ts'

const names = {
  name: [
    'name',
    'machine',
    'machine name',
    'computer',
    'computer name',
    'hostname',
    'host',
    'device name',
    '名前',
    'マシン',
    'マシン名',
    'コンピューター名',
    'コンピュータ名',
    'ホスト名',
    '機器名',
    '端末名',
  ],
  platform: ['platform', 'os', 'operating system', 'product', 'プラットフォーム', '製品', 'os名'],
  edition: ['edition', 'os edition', 'エディション', 'osエディション'],
  build: ['build', 'os build', 'os version', 'version', 'ビルド', 'osビルド', 'osバージョン', 'バージョン'],
  architecture: ['architecture', 'processor architecture', 'system type', 'アーキテクチャ', 'システムの種類'],
  fixes: ['fixes', 'fix', 'kb', 'kbs', 'hotfixes', 'installed kbs', '修正プログラム', '適用済みkb', '更新プログラム'],
  roles: ['role', 'roles', '役割', 'ロール'],
  reachable: [
    'reachable',
    'internet',
    'from the internet',
    'インターネットから',
    'インターネットから届く',
    '外部公開',
    '到達性',
  ],
  seen: ['last seen', 'last check-in', 'seen', '最終確認', '最終確認日時', '最終通信', '最後に確認'],
} as const
type Columns = Partial<Record<keyof typeof names, number>>

/** A name, and anything else of a machine; with a count it is a list of the fleet, and not of machines. */
export function isTable(table: RecordTable): boolean {
  const { name, ...others } = columnsNamed(table, names)
  const isFleet = columnsNamed(table, { machines: ['machines', '台数'] }).machines !== undefined
  return name !== undefined && Object.keys(others).length > 0 && !isFleet
}

const reached: Readonly<Record<string, (typeof reachabilities)[number]>> = {
  yes: 'yes',
  true: 'yes',
  はい: 'yes',
  '○': 'yes',
  あり: 'yes',
  no: 'no',
  false: 'no',
  いいえ: 'no',
  '×': 'no',
  なし: 'no',
}

function takeFixes(gathered: Gathering, cell: string, line: number, draft: MachineDraft) {
  draft.report.fixes ??= []
  for (const word of cell.split(/[\s,;、，；|]+/).filter((each) => each !== '')) {
    const kb = readKb(word)
    if (kb === null) gathered.problem(line, 'fixes', word, draft)
    else gathered.add(draft, line, draft.report.fixes, { kb }, kb)
  }
}

function takeFacts(gathered: Gathering, record: TableRecord, at: Columns, draft: MachineDraft) {
  const { line } = record
  const { report } = draft
  const cells = {
    platform: readWords(cellOf(record, at.platform)),
    edition: readWords(cellOf(record, at.edition), 120),
    build: cellOf(record, at.build),
    architecture: cellOf(record, at.architecture),
    reachable: cellOf(record, at.reachable).normalize('NFKC').toLowerCase(),
  }
  const [build, architecture, reachable] = [
    readBuild(cells.build),
    readArchitecture(cells.architecture),
    reached[cells.reachable],
  ]
  const roles = readRoles(cellOf(record, at.roles))
  if (cells.platform !== undefined) report.platform = cells.platform
  if (cells.edition !== undefined) report.edition = cells.edition
  if (build !== null) report.build = build
  else if (cells.build !== '') gathered.problem(line, 'build', cells.build, draft)
  if (architecture !== null) report.architecture = architecture
  else if (cells.architecture !== '') gathered.problem(line, 'architecture', cells.architecture, draft)
  if (reachable !== undefined) report.reachable = reachable
  else if (cells.reachable !== '') gathered.problem(line, 'reachable', cellOf(record, at.reachable), draft)
  if (roles.length > machineRoles.maxLength || roles.some((role) => role.length > machineRole.maxLength))
    gathered.problem(line, 'roles', cellOf(record, at.roles), draft)
  else if (at.roles !== undefined && roles.length > 0) report.roles = roles
  // An empty cell of a column of fixes says that nobody has looked, and not that there are none.
  const fixes = cellOf(record, at.fixes)
  if (fixes !== '') takeFixes(gathered, fixes, line, draft)
}

export function readTable(table: RecordTable, how: ReadingHow): Inventory {
  const gathered = gathering('table', how)
  const at = columnsNamed(table, names)
  const times = momentReader(
    table.records.map((record) => cellOf(record, at.seen)),
    how,
  )
  for (const record of table.records) {
    const { line, fault } = record
    const name = cellOf(record, at.name)
    const isRepeated = gathered.known(name) !== null
    const draft = gathered.machine(line, name)
    if (draft === null) continue
    const seen = cellOf(record, at.seen)
    const moment = isNever(seen) ? draft.report.seenAt : (times.moment(seen) ?? momentOfDay(times.day(seen)))
    if (fault !== null) gathered.problem(line, fault, '', draft)
    else if (isRepeated) gathered.problem(line, 'twice', name, draft)
    else if (moment === null && !isNever(seen)) gathered.problem(line, 'date', seen, draft)
    else {
      draft.report.seenAt = moment
      takeFacts(gathered, record, at, draft)
    }
  }
  gathered.notice('local-times', times.local())
  return gathered.finish()
}

/** A day without a time was seen at its beginning at the latest. */
const momentOfDay = (day: string | null): string | null => (day === null ? null : `${day}T00:00:00Z`)
