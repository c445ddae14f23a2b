/** osquery: a log of snapshots with one line for each machine and query, or what `osqueryi --json` prints. */
import { readArchitecture, readBuild, readWords } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { objectFields, textAt, type Item } from './json-items.ts'
import { takeQuickFix } from './quick-fixes.ts'
import { FileRefused } from './refused.ts'
import { momentOfSeconds } from './times.ts'

type Fields = Readonly<Record<string, unknown>>
type Subject = 'system' | 'patches'

/** What a row is about, by the columns of its table. */
function subjectOf(row: Fields): Subject | null {
  if ('hotfix_id' in row) return 'patches'
  return 'build' in row && 'major' in row ? 'system' : null
}

export const isOsquery = (fields: Fields): boolean =>
  Array.isArray(fields['snapshot']) || ('hostIdentifier' in fields && 'columns' in fields) || subjectOf(fields) !== null

/** One snapshot: rows about one subject of one machine. */
type Snapshot = { line: number; name: string; at: string | null; subject: Subject; rows: readonly Fields[] }

const isUuid = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)

/** The machine of a snapshot: its identifier is often the number of its board. */
function hostOf(fields: Fields, rows: readonly Fields[]): string {
  const identifier = textAt(fields, 'hostIdentifier')
  return (
    textAt(objectFields(fields['decorations']) ?? {}, 'hostname', 'computer_name', 'host') ||
    textAt(rows[0] ?? {}, 'csname') ||
    (isUuid(identifier) ? '' : identifier)
  )
}

function snapshotOf({ line, value }: Item, gathered: Gathering): Snapshot | null {
  const fields = objectFields(value)
  const list = fields?.['snapshot']
  if (fields === null || !Array.isArray(list)) {
    const isChange = fields !== null && 'columns' in fields && subjectOf(objectFields(fields['columns']) ?? {}) !== null
    if (isChange) gathered.problem(line, 'value', textAt(fields, 'action'))
    else if (fields === null) gathered.problem(line, value === undefined ? 'json' : 'value', value ?? '')
    return null
  }
  const rows = list.map(objectFields)
  const whole = rows.filter((row) => row !== null)
  const first = whole[0]
  const subject = first === undefined ? (/patches/i.test(textAt(fields, 'name')) ? 'patches' : null) : subjectOf(first)
  if (subject === null) return null
  const name = hostOf(fields, whole)
  if (whole.length < rows.length) {
    gathered.problem(line, 'value', list, gathered.machine(line, name))
    return null
  }
  return { line, name, at: momentOfSeconds(Number(fields['unixTime'])), subject, rows: whole }
}

/** Rows without a log around them: patches name their machine, and a system does not. */
function rowSnapshots(items: readonly Item[], how: ReadingHow): Snapshot[] {
  return items.flatMap(({ line, value }) => {
    const row = objectFields(value)
    const subject = row === null ? null : subjectOf(row)
    if (row === null || subject === null) return []
    const name = textAt(row, 'csname') || (how.machine ?? '')
    if (name === '') throw new FileRefused('no-machine-name')
    return [{ line, name, at: how.seenAt ?? null, subject, rows: [row] }]
  })
}

function takeSystem(gathered: Gathering, { line, rows: [row] }: Snapshot, draft: MachineDraft) {
  if (row === undefined) return
  const { report } = draft
  const [version, revision] = [textAt(row, 'version'), textAt(row, 'revision')]
  const build = readBuild(version)
  const [caption, architecture] = [readWords(textAt(row, 'name')), readArchitecture(textAt(row, 'arch'))]
  if (build === null) return gathered.problem(line, 'build', version, draft)
  report.build = /^[1-9]\d{0,5}$/.test(revision) ? `${build.split('.', 3).join('.')}.${revision}` : build
  if (caption !== undefined) report.caption = caption
  if (architecture !== null) report.architecture = architecture
}

function takeSnapshot(gathered: Gathering, snapshot: Snapshot, draft: MachineDraft) {
  const { line, subject, rows, at } = snapshot
  if ((at ?? '') > (draft.report.seenAt ?? '')) draft.report.seenAt = at
  if (subject === 'system') return takeSystem(gathered, snapshot, draft)
  draft.report.fixes ??= []
  for (const row of rows) takeQuickFix(gathered, draft, line, row, 'hotfix_id', 'installed_on')
}

const isOtherSystem = ({ subject, rows: [row = {}] }: Snapshot) =>
  subject === 'system' && !/^(?:|windows)$/i.test(textAt(row, 'platform'))

export function readOsquery(items: readonly Item[], how: ReadingHow): Inventory {
  const gathered = gathering('osquery', how)
  const isLog = items.some(
    ({ value }) => Array.isArray(objectFields(value)?.['snapshot']) || 'hostIdentifier' in (objectFields(value) ?? {}),
  )
  const snapshots = isLog ? items.flatMap((item) => snapshotOf(item, gathered) ?? []) : rowSnapshots(items, how)
  const others = new Set(snapshots.filter(isOtherSystem).map(({ name }) => name))
  // Of several snapshots of one subject the newest counts; rows without a log are all of one moment.
  const newest = new Map<string, Snapshot>()
  for (const snapshot of snapshots) {
    const key = isLog ? JSON.stringify([snapshot.name.toLowerCase(), snapshot.subject]) : String(snapshot.line)
    const known = newest.get(key)
    if (known !== undefined && (known.at ?? '') >= (snapshot.at ?? '')) continue
    newest.set(key, snapshot)
  }
  for (const snapshot of newest.values()) {
    const { line, name } = snapshot
    if (others.has(name)) {
      if (isOtherSystem(snapshot)) gathered.passOver({ line, name: readWords(name, 255) ?? '', why: 'not-windows' })
      continue
    }
    const draft = gathered.machine(line, name, snapshot.at)
    if (draft !== null) takeSnapshot(gathered, snapshot, draft)
  }
  const file = gathered.finish()
  // Fixes alone do not take the place of an earlier report that says which Windows it is.
  for (const { report } of file.machines) if (report.build === undefined) report.kind = 'osquery-patches'
  return file
}
