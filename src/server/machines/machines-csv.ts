/** Which machine lacks which fix, for deployment tools. */
import type { MachineReason, MachineRow } from '../../contract/machines.ts'
import { csvPieces } from '../../domain/table/csv.ts'

/** A reason in a word with its figures: `older-build:10.0.26100.4202<10.0.26100.4349`, `hotpatch:KB5060841`. */
function machineReasonWord(reason: MachineReason): string {
  const { code } = reason
  if (code === 'older-build') return `${code}:${reason.build}<${reason.needed}`
  if (code === 'build') return `${code}:${reason.build}>=${reason.needed}`
  if (code === 'restart') return `${code}:${reason.by}${reason.build === null ? '' : `:${reason.build}`}`
  if (code === 'unknown-fix') return `${code}:${reason.kb}`
  return 'by' in reason ? `${code}:${reason.by}` : code
}

const head = ['machine', 'platform', 'edition', 'build', 'roles', 'last_seen', 'fix', 'state', 'why'] as const

function* linesOf(rows: Iterable<MachineRow>) {
  for (const { name, platform, edition, build, roles, lastSeen, lacks } of rows)
    for (const { bulletin, state, reason } of lacks)
      yield [name, platform, edition, build, roles.join('; '), lastSeen, bulletin, state, machineReasonWord(reason)]
}

/** A line for each machine and each fix that is to be installed on it and that it does not have in full, in pieces. */
export const machineFixesAsCsv = (rows: Iterable<MachineRow>): Generator<string> => csvPieces(head, linesOf(rows))
