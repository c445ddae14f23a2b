/** Which fixes deployment tools may install on which platforms, and which they have to hold back. */
import type { DeployReason, DeployRow } from '../../contract/deploy-list.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import type { Hold } from '../../contract/holds.ts'
import type { RecordedTest, Verdict } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import { holdsOnAny } from './holds.ts'

/** What the team has said of a fix. */
export type DeployFacts = {
  kb: readonly string[]
  /** The last one that was signed; null where nobody has. */
  decision: { verdict: Verdict; who: string; at: string } | null
  /** The results of the lab that count. */
  tests: readonly Pick<RecordedTest, 'edition' | 'platform' | 'outcome' | 'on' | 'at'>[]
}

type Given = {
  /** Each fix that is to be installed, with the platforms of the fleet that need it. */
  toInstall: ReadonlyMap<string, readonly PlatformId[]>
  lines: readonly Pick<FleetLine, 'platform' | 'machines' | 'roles'>[]
  holds: readonly Hold[]
  factsOf: (bulletin: string) => DeployFacts
}

const decisionReason = ({ decision }: DeployFacts): DeployReason =>
  decision === null ? { by: 'no-decision' } : { by: 'decision', ...decision }

/** Tests that have failed on a platform; not those that were on file when go was signed. */
function failedTests({ tests, decision }: DeployFacts, platform: PlatformId): DeployReason[] {
  const since = decision?.verdict === 'go' ? decision.at : ''
  const failed = tests.filter(
    (test) =>
      test.outcome === 'failed' &&
      test.at > since &&
      (isWithin(test.platform, platform) || isWithin(platform, test.platform)),
  )
  return failed.map(({ edition, on }) => ({ by: 'failed-test', edition, on }))
}

const holdReason = ({ id, until, reason, by, renewed, roles }: Hold): DeployReason => ({
  by: 'hold',
  hold: id,
  until,
  reason,
  who: (renewed ?? { by }).by,
  roles: [...roles],
})

const speaksFor = (reason: DeployReason) => reason.by === 'decision' && reason.verdict === 'go'

/** The roles that alone are held; none where something holds the whole platform, or nothing holds it. */
function heldRolesOf(against: readonly DeployReason[]): string[] {
  const roles = against.map((reason) => (reason.by === 'hold' ? reason.roles : []))
  return roles.some((each) => each.length === 0) ? [] : [...new Set(roles.flat())]
}

/**
 * A row for each fix on each platform that needs it. A hold on roles, or on a part of the platform, holds the platform
 * unless the fleet says that it has no such machine: who cannot tell them apart must not install. `today`: ISO 8601.
 */
export function deployRows({ toInstall, lines, holds, factsOf }: Given, today: string): DeployRow[] {
  return [...toInstall].flatMap(([bulletin, platforms]) => {
    const facts = factsOf(bulletin)
    return platforms.map((platform): DeployRow => {
      const here = lines.filter((line) => line.platform === platform)
      const held = holdsOnAny(holds, { bulletins: [bulletin], machines: here }, today)
      const why = [...held.map(({ hold }) => holdReason(hold)), ...failedTests(facts, platform), decisionReason(facts)]
      const against = why.filter((reason) => !speaksFor(reason))
      return {
        bulletin,
        kb: [...facts.kb],
        platform,
        machines: here.reduce((sum, { machines }) => sum + machines, 0),
        answer: against.length === 0 ? 'approve' : 'hold',
        heldRoles: heldRolesOf(against),
        why,
      }
    })
  })
}
