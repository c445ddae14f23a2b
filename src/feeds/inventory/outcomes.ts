/** What the history of Windows Update says came of an attempt, as numbers or in words. */
import type { MachineReport } from '../../domain/machines/report.ts'

type Outcome = NonNullable<MachineReport['attempts']>[number]['outcome']

/** `WU_S_REBOOT_REQUIRED`: it takes effect with the next restart. */
const restartRequired = '0x00240005'

/** `OperationResultCode` and `UpdateOperation`. */
const results: Readonly<Record<string, string>> = {
  'not started': '0',
  notstarted: '0',
  'in progress': '1',
  inprogress: '1',
  succeeded: '2',
  'succeeded with errors': '3',
  succeededwitherrors: '3',
  failed: '4',
  aborted: '5',
}
const operations: Readonly<Record<string, string>> = {
  '': '1',
  installation: '1',
  install: '1',
  uninstallation: '2',
  uninstall: '2',
}

/** What came of it: `none` where it is not over, or changed nothing; null for a word or a number that is neither's. */
export function readOutcome(result: string, operation: string, code: string | undefined): Outcome | 'none' | null {
  const number = results[result.toLowerCase()] ?? result
  const kind = operations[operation.toLowerCase()] ?? operation
  if (!/^[12]$/.test(kind) || !/^[0-5]$/.test(number)) return null
  if (number === '0' || number === '1') return 'none'
  if (number === '4' || number === '5') return kind === '1' ? 'failed' : 'none'
  if (kind === '2') return 'removed'
  return code === restartRequired ? 'restart-pending' : 'installed'
}
