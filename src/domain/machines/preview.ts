/** What taking a report over would make of a machine that is on file, or is not. */
import type { Attempt } from '../../contract/machines.ts'
import type { PreviewedMachine } from '../../contract/inventory.ts'
import { foldMachine, type MachineFacts } from './fold.ts'
import type { PlatformAnswer, WindowsFacts } from './platform-of.ts'
import type { MachineReport } from './report.ts'

/** What is on file of a machine. */
export type KnownMachine = { facts: MachineFacts; reports: readonly MachineReport[]; attempts: readonly Attempt[] }

/** Moments in one form, so that they can be compared as text. */
const inOneForm = (moment: string) => new Date(moment).toISOString()

export function previewMachine(
  { line, lines, report }: { line: number; lines: number; report: MachineReport },
  before: KnownMachine | undefined,
  platformOf: (facts: WindowsFacts) => PlatformAnswer,
): PreviewedMachine {
  const { name, attempts = [] } = report
  const seenAt = report.seenAt === null ? null : inOneForm(report.seenAt)
  const given = attempts.map(({ kb, at, ...attempt }) => ({ fix: kb, at: inOneForm(at), ...attempt }))
  const { facts } = foldMachine(
    [...(before?.reports ?? []), { ...report, seenAt }],
    [...(before?.attempts ?? []), ...given],
    name,
  )
  const isSame = before !== undefined && JSON.stringify(before.facts) === JSON.stringify(facts)
  const answer = platformOf(facts.windows)
  return {
    line,
    lines,
    name,
    becomes: before === undefined ? 'new' : isSame ? 'unchanged' : 'changed',
    platform: answer.platform,
    edition: answer.edition,
    ...(answer.platform === null && { why: answer.why }),
    build: facts.windows.build ?? null,
    fixes: report.fixes?.length ?? report.states?.filter(({ state }) => state === 'installed').length ?? 0,
    attempts: attempts.length,
    seenAt: report.seenAt,
  }
}
