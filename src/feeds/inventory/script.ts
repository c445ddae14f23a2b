/** What our own script prints: one line of JSON for each machine. */
import * as z from 'zod'
import { reportMark } from '../../domain/machines/report-script.ts'
import { readArchitecture, readBuild, readCode, readKb, readWords } from './cells.ts'
import { installationOf, isController } from './computer-info.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'
import { objectFields, type Item } from './json-items.ts'
import { readOutcome } from './outcomes.ts'
import { momentOfJson } from './times.ts'

/** As the script writes it; a list is null where Windows did not give it. */
const Printed = z.object({
  name: z.string(),
  seenAt: z.string(),
  caption: z.string(),
  version: z.string(),
  revision: z.nullable(z.int()),
  architecture: z.string(),
  installation: z.string(),
  domainRole: z.string(),
  restartPending: z.boolean(),
  fixes: z.nullable(z.array(z.object({ kb: z.string(), since: z.string() }))),
  history: z.nullable(
    z.array(z.object({ kb: z.string(), at: z.string(), operation: z.string(), result: z.string(), code: z.string() })),
  ),
})
type Printed = z.infer<typeof Printed>

export const isScript = (fields: Readonly<Record<string, unknown>>): boolean => fields['report'] === reportMark

function takeLists(gathered: Gathering, line: number, { fixes, history }: Printed, draft: MachineDraft) {
  const { report } = draft
  if (fixes !== null) report.fixes = []
  for (const fix of fixes ?? []) {
    const kb = readKb(fix.kb)
    // Windows lists parts of service packs beside articles.
    if (kb === null) gathered.notice('no-kb')
    else if (fix.since !== '' && !z.iso.date().safeParse(fix.since).success)
      gathered.problem(line, 'date', fix.since, draft)
    else if (report.fixes !== undefined)
      gathered.add(draft, line, report.fixes, { kb, ...(fix.since !== '' && { since: fix.since }) }, kb)
  }
  if (history !== null) report.attempts = []
  for (const each of history ?? []) {
    const [kb, at, code] = [readKb(each.kb), momentOfJson(each.at), readCode(each.code)]
    const outcome = readOutcome(each.result, each.operation, code ?? undefined)
    if (kb === null) gathered.problem(line, 'kb', each.kb, draft)
    else if (at === null) gathered.problem(line, 'date', each.at, draft)
    else if (code === null) gathered.problem(line, 'code', each.code, draft)
    else if (outcome === null) gathered.problem(line, 'outcome', `${each.operation} ${each.result}`, draft)
    else if (outcome !== 'none' && report.attempts !== undefined) {
      const attempt = { kb, at, outcome, ...(code !== undefined && { code }) }
      gathered.add(draft, line, report.attempts, attempt, JSON.stringify(attempt))
    }
  }
}

export function readScript(items: readonly Item[], how: ReadingHow): Inventory {
  const gathered = gathering('script', how)
  for (const { line, value } of items) {
    const printed = Printed.safeParse(value)
    if (!printed.success) {
      const [issue] = printed.error.issues
      gathered.problem(line, objectFields(value) === null ? 'json' : 'value', issue?.path.join('.') ?? '')
      continue
    }
    const { data } = printed
    const seenAt = momentOfJson(data.seenAt)
    const known = gathered.known(data.name)
    const draft = gathered.machine(line, data.name, seenAt)
    if (draft === null) continue
    if (known !== null && (seenAt ?? '') <= (known.report.seenAt ?? '')) {
      gathered.passOver({ line, name: known.report.name, why: 'older-entry' })
      continue
    }
    if (known !== null) gathered.replace(draft, line, seenAt)
    const { report } = draft
    if (seenAt === null) gathered.problem(line, 'date', data.seenAt, draft)
    const build = readBuild(data.revision === null ? data.version : `${data.version}.${data.revision}`)
    const [caption, architecture] = [readWords(data.caption), readArchitecture(data.architecture)]
    const installation = installationOf(data.installation)
    if (build === null) gathered.problem(line, 'build', data.version, draft)
    else report.build = build
    if (caption !== undefined) report.caption = caption
    if (architecture !== null) report.architecture = architecture
    if (installation !== undefined) report.installation = installation
    if (isController(data.domainRole)) report.roles = ['domain-controller']
    report.restartPending = data.restartPending
    takeLists(gathered, line, data, draft)
  }
  return gathered.finish()
}
