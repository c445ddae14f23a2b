/** What the team's own lab has recorded, and what it adds to a bulletin. */
import type { Bulletin, KnownIssue, TestResult } from '../../contract/bulletin.ts'
import type { RecordedTest } from '../../contract/lab.ts'
import type { Text } from '../../contract/text.ts'

/** The results that count: without those that others correct. */
export function counted(results: readonly RecordedTest[]): RecordedTest[] {
  const corrected = new Set(results.map(({ corrects }) => corrects))
  return results.filter(({ id }) => !corrected.has(id))
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** What somebody wrote, as a text of the language that its letters tell. */
export const textIn = (written: string): Text => (japanese.test(written) ? { ja: written } : { en: written })

const asTest = (result: RecordedTest): TestResult => {
  const { edition, platform, outcome, by, on, minutes, restarted, uninstalled, note } = result
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
  }
}

function asIssue({ id, platform, by, on, knownIssue }: RecordedTest): KnownIssue[] {
  if (knownIssue === null) return []
  const { title, symptom, workaround, registry } = knownIssue
  return [
    {
      id: `lab-${id}`,
      title: textIn(title),
      platforms: [platform],
      references: [],
      by,
      on,
      ...(symptom.trim() !== '' && { symptom: textIn(symptom) }),
      ...(workaround.trim() !== '' && { workaround: { text: textIn(workaround), registry } }),
    },
  ]
}

/** A bulletin as its publisher tells it, with what the lab has seen since. */
export function withRecorded<B extends Pick<Bulletin, 'tests' | 'knownIssues'>>(
  bulletin: B,
  results: readonly RecordedTest[],
): B {
  if (results.length === 0) return bulletin
  const own = counted(results)
  return {
    ...bulletin,
    tests: [...bulletin.tests, ...own.map(asTest)],
    knownIssues: [...bulletin.knownIssues, ...own.flatMap(asIssue)],
  }
}

/** How often something was seen, and how often it was looked for. */
export type Seen = { yes: number; of: number }

/** What the lab saw of what publishers state: null where nobody looked. */
export type Observed = { restart: Seen | null; uninstall: Seen | null }

const seen = (values: readonly (boolean | null)[]): Seen | null => {
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
