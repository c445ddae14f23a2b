/** What an issue says. Pure: the same log, fleet and day give the same issue. */
import type { WeeklyContent } from '../../contract/weekly.ts'
import { nextPatchTuesday } from '../releases/patch-tuesday.ts'
import type { WeeklyFacts } from './facts.ts'
import { cameOut, headlineOf, isQuiet } from './headline.ts'
import { progressSection } from './progress.ts'
import {
  dueSection,
  escalatedSection,
  issuesSection,
  newSection,
  othersSection,
  placedOf,
  reReleasedSection,
} from './sections.ts'

export function weeklyContent(facts: WeeklyFacts): WeeklyContent {
  const { overview, today, zone } = facts
  const placed = placedOf(facts)
  const told = {
    today,
    zone,
    machines: overview.machines,
    versions: overview.platformCount,
    nextPatchTuesday: nextPatchTuesday(today),
    new: newSection(facts, placed.new),
    escalated: escalatedSection(facts, placed.escalated),
    reReleased: reReleasedSection(facts, placed['re-released']),
    issues: issuesSection(facts, Object.values(placed).flat()),
    due: dueSection(facts),
    others: othersSection([...placed.other, ...placed.issues.filter(({ changed }) => changed.issues.length === 0)]),
    progress: progressSection(facts),
  }
  return { ...told, headline: headlineOf(told, cameOut(facts, placed.new)), isEmpty: isQuiet(told) }
}
