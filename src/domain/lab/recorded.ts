/** What the team's own lab has recorded, and what it adds to a bulletin. */
import type { Bulletin, KnownIssue, TestResult } from '../../contract/bulletin.ts'
import type { RecordedTest, SettledIssue } from '../../contract/lab.ts'
import { settled } from './issues.ts'
import { textIn } from './written.ts'

/** What is on record of a bulletin, oldest first. */
export type Recorded = { results: readonly RecordedTest[]; settlements: readonly SettledIssue[] }

export const nothingRecorded: Recorded = { results: [], settlements: [] }

/** The results that count: without those that others correct. */
export function counted(results: readonly RecordedTest[]): RecordedTest[] {
  const corrected = new Set(results.map(({ corrects }) => corrects))
  return results.filter(({ id }) => !corrected.has(id))
}

const asTest = (result: RecordedTest): TestResult => {
  const { edition, platform, outcome, by, on, minutes, restarted, uninstalled, note, checks } = result
  return {
    edition,
    platform,
    outcome,
    by,
    on,
    ...(minutes !== null && { minutes }),
    ...(restarted !== null && { restarted }),
    ...(uninstalled !== null && { uninstalled }),
    ...(note.trim() !== '' && { note: textIn(note) }),
    ...(checks !== undefined && { checks }),
  }
}

function asIssue({ id, platform, by, on, knownIssue }: RecordedTest): KnownIssue[] {
  if (knownIssue === null) return []
  const { title, symptom, workaround, state, registry } = knownIssue
  return [
    {
      id: `lab-${id}`,
      title: textIn(title),
      platforms: [platform],
      references: [],
      by,
      on,
      ...(state !== undefined && { state }),
      ...(symptom.trim() !== '' && { symptom: textIn(symptom) }),
      ...(workaround.trim() !== '' && { workaround: { text: textIn(workaround), registry } }),
    },
  ]
}

/** A bulletin as its publisher tells it, with what the lab has seen since, and which issues are none any more. */
export function withRecorded<B extends Pick<Bulletin, 'tests' | 'knownIssues'>>(
  bulletin: B,
  { results, settlements }: Recorded,
): B {
  if (results.length + settlements.length === 0) return bulletin
  const own = counted(results)
  return {
    ...bulletin,
    tests: [...bulletin.tests, ...own.map(asTest)],
    knownIssues: settled([...bulletin.knownIssues, ...own.flatMap(asIssue)], settlements),
  }
}

/** How often something was seen, and how often it was looked for. */
export type SeenCount = { yes: number; of: number }

/** What the lab saw of what publishers state: null where it was not looked at. */
export type Observed = { restart: SeenCount | null; uninstall: SeenCount | null }

const seen = (values: readonly (boolean | null)[]): SeenCount | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : { yes: known.filter(Boolean).length, of: known.length }
}

export function observed(results: readonly RecordedTest[]): Observed {
  const own = counted(results)
  return {
    restart: seen(own.map(({ restarted }) => restarted)),
    uninstall: seen(own.map(({ uninstalled }) => (uninstalled === null ? null : uninstalled === 'worked'))),
  }
}
