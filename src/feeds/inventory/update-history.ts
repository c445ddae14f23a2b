/** The history of Windows Update on a machine, one line for each attempt, as scripts over its history object write it. */
import { readCode, kbInTitle, readKb } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { readOutcome } from './outcomes.ts'
import { cellOf, columnsNamed, type RecordTable, type TableRecord } from './records.ts'
import { momentReader } from './times.ts'

const names = {
  name: ['ComputerName', 'PSComputerName', 'Computer', 'MachineName', 'Hostname'],
  at: ['Date', 'InstalledOn', 'Time'],
  operation: ['Operation', 'OperationName'],
  result: ['ResultCode', 'Result', 'Status'],
  code: ['HResult', 'HResultCode', 'ErrorCode'],
  title: ['Title'],
  kb: ['KB', 'KBArticle', 'KBArticleID'],
} as const
type Columns = Partial<Record<keyof typeof names, number>>

export function isUpdateHistory(table: RecordTable): boolean {
  const { at, result, title } = columnsNamed(table, names)
  return at !== undefined && result !== undefined && title !== undefined
}

type Times = ReturnType<typeof momentReader>

function takeAttempt(gathered: Gathering, record: TableRecord, at: Columns, draft: MachineDraft, times: Times) {
  const { line, fault } = record
  if (fault !== null) return gathered.problem(line, fault, '', draft)
  const [date, title, article] = [cellOf(record, at.at), cellOf(record, at.title), cellOf(record, at.kb)]
  const kb = readKb(article) ?? kbInTitle(title)
  if (kb === null) return article === '' ? gathered.notice('no-kb') : gathered.problem(line, 'kb', article, draft)
  const [result, operation] = [cellOf(record, at.result), cellOf(record, at.operation)]
  const code = readCode(cellOf(record, at.code))
  if (code === null) return gathered.problem(line, 'code', cellOf(record, at.code), draft)
  const outcome = readOutcome(result, operation, code)
  if (outcome === null) return gathered.problem(line, 'outcome', `${operation} ${result}`.trim(), draft)
  const moment = times.moment(date)
  if (moment === null) return gathered.problem(line, 'date', date, draft)
  draft.report.attempts ??= []
  if (outcome === 'none') return
  const attempt = { kb, at: moment, outcome, ...(code !== undefined && { code }) }
  gathered.add(draft, line, draft.report.attempts, attempt, JSON.stringify(attempt))
}

export function readUpdateHistory(table: RecordTable, how: ReadingHow): Inventory {
  const gathered = gathering('update-history', how)
  const at = columnsNamed(table, names)
  // When something was attempted decides what is on now: no day is left out here.
  const times = momentReader(
    table.records.map((record) => cellOf(record, at.at)),
    how,
  )
  for (const record of table.records) {
    const draft = gathered.machine(record.line, cellOf(record, at.name) || (how.machine ?? ''), null)
    if (draft !== null) takeAttempt(gathered, record, at, draft, times)
  }
  gathered.notice('local-times', times.local())
  return gathered.finish()
}
