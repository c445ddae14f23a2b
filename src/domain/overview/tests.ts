/** What the lab saw of the fixes to install, on the OS editions of the fleet. */
import type { LabelledPlatform, OpenIssue, Overview } from '../../contract/overview.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Outcome } from '../../contract/words.ts'
import { outcomes } from '../../contract/vocabulary.ts'
import { machinesByVersion } from '../fleet/exposure.ts'
import { byAttention, openIn, workaroundOf } from '../lab/issues.ts'
import { countedAs, isWithin } from '../platforms/platforms.ts'

/** What is told; the others are a number. */
const told = { issues: 6, editions: 40, fixes: 8 } as const

/** An OS edition of the fleet with the fixes that are to be installed on it. */
export type EditionRow = {
  edition: string | null
  platform: PlatformId
  machines: number
  fixes: { id: string; outcome: Outcome | null }[]
}

const isSame = (a: PlatformId, b: PlatformId) => isWithin(a, b) || isWithin(b, a)

/** The worst outcome of the tests on an edition, or on a platform where editions are not told apart. */
function outcomeFor(report: LabReport | undefined, { platform, edition }: FleetLine): Outcome | null {
  const own = (report?.tests ?? []).filter(
    (test) => isSame(test.platform, platform) && (edition === null || test.edition === edition),
  )
  return outcomes.find((outcome) => own.some((test) => test.outcome === outcome)) ?? null
}

/**
 * The editions of the fleet that any of these fixes is to be installed on, those of the most machines of a version first.
 * `toInstall` has the fixes of the release.
 */
export function editionRows(
  lines: readonly FleetLine[],
  toInstall: ReadonlyMap<string, readonly PlatformId[]>,
  reports: ReadonlyMap<string, LabReport>,
): EditionRow[] {
  const counts = machinesByVersion(lines)
  const ofVersion = ({ platform }: { platform: PlatformId }) => counts.get(countedAs(platform)) ?? 0
  return lines
    .map((line) => ({
      edition: line.edition,
      platform: line.platform,
      machines: line.machines,
      fixes: [...toInstall]
        .filter(([, platforms]) => platforms.includes(line.platform))
        .map(([id]) => ({ id, outcome: outcomeFor(reports.get(id), line) })),
    }))
    .filter(({ fixes }) => fixes.length > 0)
    .toSorted(
      (a, b) =>
        ofVersion(b) - ofVersion(a) ||
        (countedAs(a.platform) < countedAs(b.platform) ? -1 : countedAs(a.platform) > countedAs(b.platform) ? 1 : 0) ||
        b.machines - a.machines,
    )
}

/** The open issues that concern machines of the fleet, those without a workaround first. */
export function openIssues(
  lines: readonly FleetLine[],
  reports: ReadonlyMap<string, LabReport>,
  named: (id: PlatformId) => LabelledPlatform,
): OpenIssue[] {
  const isMine = (platforms: readonly PlatformId[]) =>
    platforms.length === 0 || platforms.some((id) => lines.some(({ platform }) => isSame(id, platform)))
  const found = [...reports].flatMap(([bulletin, { knownIssues }]) =>
    openIn(knownIssues)
      .filter(({ platforms }) => isMine(platforms))
      .map((issue) => ({ bulletin, issue })),
  )
  return byAttention(found, ({ issue }) => issue.on ?? '').map(({ bulletin, issue }) => ({
    bulletin,
    id: issue.id,
    title: issue.title,
    platforms: issue.platforms.filter((id) => isMine([id])).map(named),
    workaround: workaroundOf(issue),
    on: issue.on ?? null,
  }))
}

export function labOverview(
  rows: readonly EditionRow[],
  issues: readonly OpenIssue[],
  named: (id: PlatformId) => LabelledPlatform,
  nameOf: (id: string) => string | undefined,
): Overview['tests'] {
  const all = rows.flatMap(({ fixes }) => fixes)
  return {
    editions: rows.slice(0, told.editions).map(({ edition, platform, machines, fixes }) => ({
      edition,
      platform: named(platform),
      machines,
      count: fixes.length,
      fixes: fixes.slice(0, told.fixes).map((fix) => {
        const name = nameOf(fix.id)
        return name === undefined ? fix : { ...fix, name }
      }),
    })),
    editionCount: rows.length,
    tested: all.filter(({ outcome }) => outcome !== null).length,
    of: all.length,
    issues: issues.slice(0, told.issues),
    issueCount: issues.length,
  }
}
