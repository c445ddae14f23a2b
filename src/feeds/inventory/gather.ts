/** Gathers what the lines of a file say, machine by machine: one with a line that cannot be read is left out whole. */
import type {
  DateOrder,
  InventoryKind,
  InventoryNotice,
  LineFault,
  LineProblem,
  PassedOver,
} from '../../contract/inventory.ts'
import { inventoryMachines, inventoryProblems, machineFacts } from '../../contract/limits.ts'
import { machineKey, type MachineReport } from '../../domain/machines/report.ts'
import { readMachineName } from './cells.ts'
import { FileRefused, toldValue } from './refused.ts'

/** How a file is read where it does not say it itself. */
export type ReadingHow = {
  /** The time zone of times that have none. */
  zone: string
  /** Which number of 6/11/2025 is the month, where the file does not tell. */
  dates?: DateOrder | undefined
  /** When the file was written. */
  seenAt?: string | undefined
  /** The machine of a file that has none. */
  machine?: string | undefined
}

/** A machine of a file: what `lines` lines say of it, the first of them in `line`. */
export type ReadMachine = { line: number; lines: number; report: MachineReport }

export type Inventory = {
  kind: InventoryKind
  machines: ReadMachine[]
  passedOver: PassedOver[]
  problems: LineProblem[]
  problemCount: number
  notices: { notice: InventoryNotice; times: number }[]
}

/** A report that is being put together; its lists are there only where the format has them. */
export type MachineDraft = ReadMachine & { hasProblem: boolean; seen: Set<string> }

export function gathering(kind: InventoryKind, how: ReadingHow) {
  const drafts = new Map<string, MachineDraft>()
  const passedOver: PassedOver[] = []
  const problems: LineProblem[] = []
  const notices = new Map<InventoryNotice, number>()
  let problemCount = 0

  const tell = (problem: LineProblem) => {
    problemCount++
    if (problems.length < inventoryProblems.maxLength) problems.push(problem)
  }
  return {
    how,
    /** The machine of a line, which a file may speak of before; null where its name is none. */
    machine(line: number, cell: string, seenAt: string | null = how.seenAt ?? null): MachineDraft | null {
      const name = readMachineName(cell)
      if (name === null) {
        tell({ line, machine: null, fault: cell.trim() === '' ? 'no-name' : 'name', value: toldValue(cell) || null })
        return null
      }
      const key = machineKey(name)
      const known = drafts.get(key)
      if (known !== undefined) {
        known.lines++
        return known
      }
      if (drafts.size >= inventoryMachines.maxLength) throw new FileRefused('too-large')
      const draft: MachineDraft = { line, lines: 1, hasProblem: false, seen: new Set(), report: { name, kind, seenAt } }
      drafts.set(key, draft)
      return draft
    },
    /** The machine of a name that was given before; null for none. */
    known: (cell: string): MachineDraft | null => drafts.get(machineKey(cell)) ?? null,
    /** A machine whose line is in the place of that of another one of its name. */
    replace(draft: MachineDraft, line: number, seenAt: string | null) {
      const { name } = draft.report
      passedOver.push({ line: draft.line, name, why: 'older-entry' })
      draft.line = line
      draft.lines = 1
      draft.seen.clear()
      draft.report = { name, kind, seenAt }
    },
    /** A line of this machine cannot be read, and so nothing of it is taken. */
    problem(line: number, fault: LineFault, value: unknown, draft: MachineDraft | null = null) {
      if (draft !== null) draft.hasProblem = true
      tell({ line, machine: draft?.report.name ?? null, fault, value: toldValue(value) || null })
    },
    passOver: (passed: PassedOver) => passedOver.push(passed),
    notice: (notice: InventoryNotice, times = 1) => {
      if (times > 0) notices.set(notice, (notices.get(notice) ?? 0) + times)
    },
    /** Adds to a list of a machine what is not in it yet: `telling` tells it from others. */
    add<T>(draft: MachineDraft, line: number, list: T[], item: T, telling: string) {
      if (draft.seen.has(telling)) return
      draft.seen.add(telling)
      if (list.length >= machineFacts.maxLength) this.problem(line, 'too-many', '', draft)
      else list.push(item)
    },
    finish(): Inventory {
      const left = [...drafts.values()].filter(({ hasProblem }) => hasProblem)
      for (const { line, report } of left) passedOver.push({ line, name: report.name, why: 'problem' })
      const machines = [...drafts.values()].flatMap(({ line, lines, hasProblem, report }) =>
        hasProblem ? [] : [{ line, lines, report }],
      )
      const short = machines.filter(({ report: { build } }) => build !== undefined && build.split('.').length < 4)
      if (short.length > 0) notices.set('no-revision', short.length)
      if (machines.length === 0 && problemCount === 0) throw new FileRefused('no-machines')
      return {
        kind,
        machines,
        passedOver: passedOver.toSorted((a, b) => a.line - b.line),
        problems: problems.toSorted((a, b) => a.line - b.line),
        problemCount,
        notices: Array.from(notices, ([notice, times]) => ({ notice, times })),
      }
    },
  }
}
export type Gathering = ReturnType<typeof gathering>
