/**
 * Status of each update on each machine, as queries over Configuration Manager and WSUS give it. Every site writes its own
 * columns: a table is one by those that are needed.
 */
import type { MachineReport } from '../../domain/machines/report.ts'
import { readArchitecture, readBuild, readCode, kbInTitle, readKb, readWords } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { cellOf, columnsNamed, type RecordTable, type TableRecord } from './records.ts'
import { isNever, momentReader } from './times.ts'

const names = {
  name: ['DeviceName', 'Device name', 'Computer name', 'ComputerName', 'Netbios_Name0', 'Name0', 'Machine name'],
  state: ['StateDescription', 'StateName', 'State', 'Status', 'Compliance status', 'UpdateInstallationState'],
  article: ['ArticleID', 'Article ID', 'KB', 'KBArticle', 'KnowledgebaseArticles'],
  title: ['Title', 'UpdateTitle', 'Update title'],
  system: ['Operating_System_Name_and0', 'OperatingSystem', 'Operating system', 'OSDescription', 'Caption0', 'OS'],
  build: ['BuildExt', 'Build', 'OS build', 'OSBuild', 'OS version', 'OSVersion', 'BuildNumber', 'ClientVersion0'],
  checked: ['LastStatusCheckTime', 'LastSyncTime', 'LastReportedStatusTime', 'Last status check', 'LastHWScan'],
  code: ['LastErrorCode', 'ErrorCode', 'Last error code', 'LastEnforcementErrorCode'],
} as const
type Columns = Partial<Record<keyof typeof names, number>>

type State = NonNullable<MachineReport['states']>[number]['state']

/** The states of Configuration Manager and of WSUS, by the words that all their spellings have in common. */
const states: readonly (readonly [RegExp, State])[] = [
  [/not required|not ?applicable|必要ありません|必要なし|適用対象外|適用されません/i, 'not-required'],
  [/unknown|no status|not reported|不明/i, 'unknown'],
  [/required|not ?installed|downloaded|needed|fail|missing|必要|未インストール|失敗/i, 'required'],
  [
    /^(?:update is )?installed|installedpendingreboot|pending ?re(?:boot|start)|インストール済み|^compliant$/i,
    'installed',
  ],
]

const numbered: Readonly<Record<string, State>> = {
  '0': 'unknown',
  '1': 'not-required',
  '2': 'required',
  '3': 'installed',
}

const stateOf = (cell: string): State | null =>
  numbered[cell] ?? states.find(([pattern]) => pattern.test(cell))?.[1] ?? null

export function isConfigMgr(table: RecordTable): boolean {
  const { name, state, article, title } = columnsNamed(table, names)
  return name !== undefined && state !== undefined && (article !== undefined || title !== undefined)
}

function takeState(gathered: Gathering, record: TableRecord, at: Columns, draft: MachineDraft) {
  const { line } = record
  const { report } = draft
  const [article, title, word] = [cellOf(record, at.article), cellOf(record, at.title), cellOf(record, at.state)]
  const kb = readKb(article) ?? kbInTitle(title)
  const [state, code] = [stateOf(word), readCode(cellOf(record, at.code))]
  if (state === null) return gathered.problem(line, 'state', word, draft)
  if (code === null) return gathered.problem(line, 'code', cellOf(record, at.code), draft)
  if (kb === null && article !== '') return gathered.problem(line, 'kb', article, draft)
  if (kb === null) return gathered.notice('no-kb')
  report.states ??= []
  const known = report.states.find((each) => each.kb === kb)
  // An update may be there for several products: what is installed or required of it counts.
  if (known === undefined)
    gathered.add(draft, line, report.states, { kb, state, ...(code !== undefined && { code }) }, kb)
  else if (known.state === 'unknown' || known.state === 'not-required') known.state = state
  // A machine installs and needs only what is for its own processor.
  const architecture = state === 'installed' || state === 'required' ? readArchitecture(title) : null
  if (architecture !== null) report.architecture ??= architecture
}

export function readConfigMgr(table: RecordTable, how: ReadingHow): Inventory {
  const gathered = gathering('configmgr', how)
  const at = columnsNamed(table, names)
  const times = momentReader(
    table.records.map((record) => cellOf(record, at.checked)),
    how,
  )
  for (const record of table.records) {
    const { line, fault } = record
    const draft = gathered.machine(line, cellOf(record, at.name), null)
    if (draft === null) continue
    if (fault !== null) {
      gathered.problem(line, fault, '', draft)
      continue
    }
    const { report } = draft
    const [caption, version, checked] = [
      readWords(cellOf(record, at.system)),
      cellOf(record, at.build),
      cellOf(record, at.checked),
    ]
    const build = readBuild(version)
    if (build !== null) report.build ??= build
    else if (version !== '') gathered.problem(line, 'build', version, draft)
    if (caption !== undefined) report.caption ??= caption
    const moment = isNever(checked) ? null : times.moment(checked)
    if (moment === null && !isNever(checked)) gathered.problem(line, 'date', checked, draft)
    else if ((moment ?? '') > (report.seenAt ?? '')) report.seenAt = moment
    takeState(gathered, record, at, draft)
  }
  gathered.notice('local-times', times.local())
  return gathered.finish()
}
