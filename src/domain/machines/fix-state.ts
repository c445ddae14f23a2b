/** Which fixes of its platform a machine has, lacks or may have, with the reason. */
import { machineStates, type MachineReason, type MachineState } from '../../contract/machines.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { candidatesOn, type FixIndex } from '../fixes/candidates.ts'
import { isCumulative, leadingNumbers } from '../fixes/lines.ts'
import { orderOn } from '../fixes/order.ts'
import { linesOn } from '../fixes/platform-fixes.ts'
import { isWindows } from '../platforms/windows.ts'
import { buildComparer } from './builds-of.ts'
import type { MachineFacts } from './fold.ts'
import { impliedOn } from './implied.ts'

type FixAnswer = { state: MachineState; reason: MachineReason }

/** What decides about the fixes of a machine. */
export type FixEvidence = Pick<
  MachineFacts,
  'fixes' | 'isListed' | 'after' | 'pending' | 'removed' | 'required' | 'notRequired' | 'restartPending' | 'isReported'
> & { build: string | null }

export const evidenceOf = ({ windows, ...facts }: MachineFacts): FixEvidence => ({
  ...facts,
  build: windows.build ?? null,
})

/** By how much an answer is worth more than another one. */
const worth = (state: MachineState) => machineStates.length - machineStates.indexOf(state)

/** The number of a KB: later ones are larger. */
const numberOf = (name: string) => Number(/^(?:KB)?(\d+)$/.exec(name)?.[1] ?? 0)

/** The fixes of one product, and what each is for a machine: the answers are in the order of `fixes`. */
export function fixRulesOn(index: FixIndex, platform: PlatformId, lines = linesOn(index, platform)) {
  const fixes = candidatesOn(index, platform)
  const order = orderOn(index, platform, fixes)
  const positions = new Map(fixes.map(({ id }, at) => [id, at]))
  const placedAs = new Map(
    lines.flatMap(({ line, fixes: own }) => own.map(({ bulletin }) => [bulletin, line] as const)),
  )
  const isApart = ({ id, line }: (typeof fixes)[number]) => line !== 'separate' && placedAs.get(id) === 'separate'
  const implied = impliedOn(fixes, order, leadingNumbers(platform), isApart)
  const compareWith = buildComparer(fixes, leadingNumbers(platform))
  /** Where an update has all before it, the build that runs says what is on. */
  const doBuildsTell = isWindows(platform) && isCumulative(platform)
  const isOfBuild = fixes.map((fix) => doBuildsTell && fix.line === 'cumulative' && !isApart(fix))
  const named = new Set(fixes.flatMap(({ supersedes }) => supersedes))
  const positionsOf = (names: readonly string[]) =>
    names.flatMap((name) => positions.get(index.idOf(name) ?? name) ?? [])

  /** The fixes that the machine lists and that do not run before its next restart. */
  function waiting(evidence: FixEvidence, has: ReadonlySet<number>): Set<number> {
    const { build, restartPending } = evidence
    const compared = build === null ? [] : compareWith(build)
    const after = new Set(positionsOf(evidence.after))
    const pending = new Set(positionsOf(evidence.pending))
    const newest = [...has].reduce<number | null>(
      (last, at) => (last === null || (fixes[at]?.publishedOn ?? '') > (fixes[last]?.publishedOn ?? '') ? at : last),
      null,
    )
    return new Set(
      [...has].filter((at) => {
        const sign = isOfBuild[at] === true ? compared[at]?.sign : undefined
        if (sign !== undefined && !after.has(at)) return sign < 0
        return pending.has(at) || (restartPending === true && at === newest)
      }),
    )
  }

  /** Why a fix of which nothing shows that the machine has it is missing, or unknown. */
  function lacking(evidence: FixEvidence, at: number, unknownFix: string | null): FixAnswer {
    const { build } = evidence
    const comparison = build !== null && isOfBuild[at] === true ? compareWith(build)[at] : null
    if (build !== null && comparison && comparison.sign < 0)
      return { state: 'missing', reason: { code: 'older-build', build, needed: comparison.needed } }
    if (!evidence.isReported) return { state: 'unknown', reason: { code: 'never-reported' } }
    const fix = fixes[at]
    // Newer updates bring a servicing stack along, which is listed nowhere.
    if (doBuildsTell && (fix?.line === 'servicing-stack' || (fix !== undefined && isApart(fix))))
      return { state: 'unknown', reason: { code: 'not-said' } }
    if (!evidence.isListed) return { state: 'unknown', reason: { code: 'no-evidence' } }
    const [ownKb = ''] = index.byId.get(fix?.id ?? '')?.kb ?? []
    const ownNumber = numberOf(fix?.id ?? '') || numberOf(ownKb)
    if (unknownFix !== null && isOfBuild[at] === true && numberOf(unknownFix) > ownNumber)
      return { state: 'unknown', reason: { code: 'unknown-fix', kb: unknownFix } }
    return { state: 'missing', reason: { code: 'not-listed' } }
  }

  /** The answers for a machine of this platform. */
  function answersFor(evidence: FixEvidence): FixAnswer[] {
    const { build } = evidence
    const answers: (FixAnswer | undefined)[] = Array.from({ length: fixes.length })
    const answer = (at: number, state: MachineState, reason: MachineReason) => {
      const known = answers[at]
      if (known === undefined || worth(state) > worth(known.state)) answers[at] = { state, reason }
    }
    const has = new Set(positionsOf(evidence.fixes))
    const waits = waiting(evidence, has)
    const on = [...has].filter((at) => !waits.has(at))
    for (const at of on) answer(at, 'fixed', { code: 'listed' })
    const hotpatches = on.filter((at) => fixes[at]?.kind === 'hotpatch')
    const compared = build !== null && doBuildsTell ? compareWith(build) : []
    // A hotpatch has a build of its own, which is lower than that of the update that it is in place of.
    for (const [at, comparison] of compared.entries())
      if (comparison?.sign === 0 && isOfBuild[at] === true && fixes[at]?.kind === 'hotpatch') hotpatches.push(at)
    for (const at of hotpatches) {
      const by = fixes[at]?.id ?? ''
      for (const other of implied(at).full)
        if (other !== at) answer(other, 'fixed', { code: 'hotpatch', by, lacks: false })
    }
    if (build !== null) {
      let top: number | null = null
      for (const [at, comparison] of compared.entries()) {
        if (!comparison || comparison.sign < 0 || isOfBuild[at] !== true) continue
        answer(at, 'fixed', { code: 'build', build, needed: comparison.needed })
        const { kind, publishedOn = '' } = fixes[at] ?? {}
        if (kind !== 'hotpatch' && (top === null || publishedOn > (fixes[top]?.publishedOn ?? ''))) top = at
      }
      const needed = top === null ? undefined : compared[top]?.needed
      if (top !== null && needed !== undefined)
        for (const other of implied(top).full) answer(other, 'fixed', { code: 'build', build, needed })
    }
    for (const at of on) {
      const by = fixes[at]?.id ?? ''
      const { full, part } = implied(at)
      for (const other of full) answer(other, 'fixed', { code: 'contained', by })
      const kind = fixes[at]?.kind
      for (const other of part)
        answer(
          other,
          'partly',
          kind === 'hotpatch' ? { code: 'hotpatch', by, lacks: true } : { code: 'security-only', by },
        )
    }
    for (const at of waits)
      for (const other of implied(at).full)
        answer(other, 'restart-pending', { code: 'restart', by: fixes[at]?.id ?? '', build })
    // A tool asks for the whole also where a part of it is on.
    for (const at of positionsOf(evidence.required))
      if (answers[at]?.state !== 'partly') answer(at, 'missing', { code: 'required' })
    for (const at of positionsOf(evidence.removed)) answer(at, 'missing', { code: 'removed' })

    const unknownFix =
      evidence.fixes
        .filter((name) => index.idOf(name) === null && !named.has(name))
        .toSorted((a, b) => numberOf(b) - numberOf(a))[0] ?? null
    const notRequired = new Set(positionsOf(evidence.notRequired))
    return answers.map((known, at) => {
      if (known !== undefined) return known
      const found = lacking(evidence, at, unknownFix)
      return notRequired.has(at) && found.reason.code !== 'older-build'
        ? { state: 'not-concerned', reason: { code: 'not-required' } }
        : found
    })
  }

  return { fixes, positions, impliedBy: implied, answersFor }
}

export type FixRules = ReturnType<typeof fixRulesOn>
