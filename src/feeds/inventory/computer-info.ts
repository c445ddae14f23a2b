/** `Get-ComputerInfo | ConvertTo-Json`, of one machine or a list of them. */
import type { MachineReport } from '../../domain/machines/report.ts'
import { readArchitecture, readBuild, readWords } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { objectFields, textAt, type Item } from './json-items.ts'
import { takeQuickFix } from './quick-fixes.ts'
import { momentOfJson } from './times.ts'

type Fields = Readonly<Record<string, unknown>>

export const isComputerInfo = (fields: Fields): boolean =>
  'CsName' in fields && ('OsName' in fields || 'OsVersion' in fields || 'OsHotFixes' in fields)

export function installationOf(word: string): MachineReport['installation'] {
  if (/^client$/i.test(word)) return 'client'
  if (/^server core$/i.test(word)) return 'server-core'
  return /^server$/i.test(word) ? 'server' : undefined
}

/** Both kinds of domain controllers, as Windows numbers or names them. */
export const isController = (role: string): boolean => /^(?:[45]|(?:primary|backup)domaincontroller)$/i.test(role)

function takeSystem(gathered: Gathering, line: number, fields: Fields, draft: MachineDraft) {
  const { report } = draft
  const version = textAt(fields, 'OsVersion')
  const [build, revision] = [readBuild(version), textAt(fields, 'WindowsUBR')]
  const caption = readWords(textAt(fields, 'OsName', 'WindowsProductName'))
  const architecture =
    readArchitecture(textAt(fields, 'CsSystemType')) ?? readArchitecture(textAt(fields, 'OsArchitecture'))
  const installation = installationOf(textAt(fields, 'WindowsInstallationType'))
  if (build === null) {
    if (version !== '') gathered.problem(line, 'build', version, draft)
  } else report.build = /^[1-9]\d{0,5}$/.test(revision) ? `${build.split('.', 3).join('.')}.${revision}` : build
  if (caption !== undefined) report.caption = caption
  if (architecture !== null) report.architecture = architecture
  if (installation !== undefined) report.installation = installation
  if (isController(textAt(fields, 'CsDomainRole'))) report.roles = ['domain-controller']
}

export function readComputerInfo(items: readonly Item[], how: ReadingHow): Inventory {
  const gathered = gathering('computer-info', how)
  for (const { line, value } of items) {
    const fields = objectFields(value)
    if (fields === null) {
      gathered.problem(line, value === undefined ? 'json' : 'value', value ?? '')
      continue
    }
    const name = textAt(fields, 'CsName', 'CsDNSHostName')
    const seenAt = momentOfJson(fields['OsLocalDateTime']) ?? how.seenAt ?? null
    const known = gathered.known(name)
    const draft = gathered.machine(line, name, seenAt)
    if (draft === null) continue
    if (known !== null && (seenAt ?? '') <= (known.report.seenAt ?? '')) {
      gathered.passOver({ line, name: known.report.name, why: 'older-entry' })
      continue
    }
    if (known !== null) gathered.replace(draft, line, seenAt)
    takeSystem(gathered, line, fields, draft)
    const fixes = fields['OsHotFixes']
    if (fixes === undefined || fixes === null) continue
    draft.report.fixes = []
    for (const fix of Array.isArray(fixes) ? fixes : [fixes])
      takeQuickFix(gathered, draft, line, fix, 'HotFixID', 'InstalledOn')
  }
  return gathered.finish()
}
