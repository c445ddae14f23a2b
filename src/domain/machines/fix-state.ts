/** Which fixes of its platform a machine has, lacks or may have, with the reason. */
import { machineStates, type MachineReason, type MachineState } from '../../contract/machines.ts'
import type { FixLine, PlatformFix } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { candidatesOn, type FixIndex } from '../fixes/candidates.ts'
import { isCumulative, leadingNumbers } from '../fixes/lines.ts'
import { orderOn } from '../fixes/order.ts'
import { linesOn } from '../fixes/platform-fixes.ts'
import { isWindows } from '../platforms/windows.ts'
import { buildComparer } from './builds-of.ts'
import type { MachineFacts } from './fold.ts'
import { impliedOn } from './implied.ts'

export type FixAnswer = { state: MachineState; reason: MachineReason }

/** What decides about the fixes of a machine. */
export type FixEvidence = Pick<
  MachineFacts,
  'fixes' | 'isListed' | 'after' | 'pending' | 'removed' | 'required' | 'notRequired' | 'restartPending' | 'isReported'
> & { build: string | null }

export const evidenceOf = ({ windows, ...facts }: MachineFacts): FixEvidence => ({
  ...facts,
  build: windows.build ?? null,
})

/** Of two answers the one with the smaller number counts. */
const rank = Object.fromEntries(machineStates.map((state, at) => [state, at])) as Record<MachineState, number>

// Answers are shared, since a fleet has millions of them.
const listed: FixAnswer = { state: 'fixed', reason: { code: 'listed' } }
const required: FixAnswer = { state: 'missing', reason: { code: 'required' } }
const removed: FixAnswer = { state: 'missing', reason: { code: 'removed' } }
const notListed: FixAnswer = { state: 'missing', reason: { code: 'not-listed' } }
const neverReported: FixAnswer = { state: 'unknown', reason: { code: 'never-reported' } }
const notSaid: FixAnswer = { state: 'unknown', reason: { code: 'not-said' } }
const noEvidence: FixAnswer = { state: 'unknown', reason: { code: 'no-evidence' } }
const notRequired: FixAnswer = { state: 'not-concerned', reason: { code: 'not-required' } }

/** The number of a KB: later ones are larger. */
const numberOf = (name: string) => Number(/^(?:KB)?(\d+)$/.exec(name)?.[1] ?? 0)

/** The latest of the fixes that a machine lists and no document knows, with what it answers for those before it. */
type UnknownFix = { number: number; answer: FixAnswer }

function unknownFixIn(names: readonly string[]): UnknownFix {
  const [kb = ''] = names.toSorted((a, b) => numberOf(b) - numberOf(a))
  return { number: numberOf(kb), answer: { state: 'unknown', reason: { code: 'unknown-fix', kb } } }
}

/** A line of fixes, as far as it is asked for here. */
export type PlacedFixes = Pick<FixLine, 'line'> & { fixes: readonly Pick<PlatformFix, 'bulletin' | 'state'>[] }

/** The fixes of one product, and what each is for a machine: the answers are in the order of `fixes`. */
export function fixRulesOn(
  index: FixIndex,
  platform: PlatformId,
  lines: readonly PlacedFixes[] = linesOn(index, platform),
) {
  const fixes = candidatesOn(index, platform)
  const order = orderOn(index, platform, fixes)
  const positions = new Map(fixes.map(({ id }, at) => [id, at]))
  const placedAs = new Map(
    lines.flatMap(({ line, fixes: own }) => own.map(({ bulletin }) => [bulletin, line] as const)),
  )
  const isApart = ({ id, line }: (typeof fixes)[number]) => line !== 'separate' && placedAs.get(id) === 'separate'
  const implied = impliedOn(fixes, order, isApart)
  const compareWith = buildComparer(fixes, leadingNumbers(platform))
  /** Where an update has all before it, the build that runs says what is on. */
  const doBuildsTell = isWindows(platform) && isCumulative(platform)
  const isOfBuild = fixes.map((fix) => doBuildsTell && fix.line === 'cumulative' && !isApart(fix))
  const named = new Set(fixes.flatMap(({ supersedes }) => supersedes))
  const numbers = fixes.map(({ id }) => numberOf(id) || numberOf(index.byId.get(id)?.kb[0] ?? ''))
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

  /** What a build answers where it tells the fix from others: of those that it has, and of those that need a later one. */
  const byBuild = new Map<string, (FixAnswer | null)[]>()
  const answersOfBuild = (build: string): readonly (FixAnswer | null)[] => {
    const known = byBuild.get(build)
    if (known !== undefined) return known
    const found = compareWith(build).map((comparison, at): FixAnswer | null => {
      if (comparison === null || isOfBuild[at] !== true) return null
      const { sign, needed } = comparison
      return sign < 0
        ? { state: 'missing', reason: { code: 'older-build', build, needed } }
        : { state: 'fixed', reason: { code: 'build', build, needed } }
    })
    byBuild.set(build, found)
    return found
  }

  /** Why a fix of which nothing shows that the machine has it is missing, or unknown. */
  function lacking({ build, isReported, isListed }: FixEvidence, at: number, unknown: UnknownFix): FixAnswer {
    const told = build === null ? null : answersOfBuild(build)[at]
    if (told?.state === 'missing') return told
    if (!isReported) return neverReported
    const fix = fixes[at]
    // Newer updates bring a servicing stack along, which is listed nowhere.
    if (doBuildsTell && fix !== undefined && (fix.line === 'servicing-stack' || isApart(fix))) return notSaid
    if (!isListed) return noEvidence
    return isOfBuild[at] === true && unknown.number > (numbers[at] ?? 0) ? unknown.answer : notListed
  }

  /** The answers for a machine of this platform. */
  function answersFor(evidence: FixEvidence): FixAnswer[] {
    const { build } = evidence
    const answers: (FixAnswer | undefined)[] = Array.from({ length: fixes.length })
    const answer = (at: number, given: FixAnswer) => {
      const known = answers[at]
      if (known === undefined || rank[given.state] < rank[known.state]) answers[at] = given
    }
    const has = new Set(positionsOf(evidence.fixes))
    const waits = waiting(evidence, has)
    const on = [...has].filter((at) => !waits.has(at))
    for (const at of on) answer(at, listed)
    const hotpatches = on.filter((at) => fixes[at]?.kind === 'hotpatch')
    const told = build === null ? [] : answersOfBuild(build)
    // A hotpatch has a build of its own, which is lower than that of the update that it is in place of.
    const compared = build === null ? [] : compareWith(build)
    for (const [at, { kind }] of fixes.entries())
      if (kind === 'hotpatch' && compared[at]?.sign === 0 && isOfBuild[at] === true) hotpatches.push(at)
    for (const at of hotpatches) {
      const by: FixAnswer = { state: 'fixed', reason: { code: 'hotpatch', by: fixes[at]?.id ?? '', lacks: false } }
      for (const other of implied(at).full) if (other !== at) answer(other, by)
    }
    let top: number | null = null
    for (const [at, given] of told.entries()) {
      if (given?.state !== 'fixed') continue
      answer(at, given)
      const { kind, publishedOn = '' } = fixes[at] ?? {}
      if (kind !== 'hotpatch' && (top === null || publishedOn > (fixes[top]?.publishedOn ?? ''))) top = at
    }
    const ofTop = top === null ? null : told[top]
    if (top !== null && ofTop) for (const other of implied(top).full) answer(other, ofTop)
    for (const at of on) {
      const { id: by = '', kind } = fixes[at] ?? {}
      const { full, part } = implied(at)
      const contained: FixAnswer = { state: 'fixed', reason: { code: 'contained', by } }
      for (const other of full) answer(other, contained)
      const partly: FixAnswer = {
        state: 'partly',
        reason: kind === 'hotpatch' ? { code: 'hotpatch', by, lacks: true } : { code: 'security-only', by },
      }
      for (const other of part) answer(other, partly)
    }
    for (const at of waits) {
      const pending: FixAnswer = {
        state: 'restart-pending',
        reason: { code: 'restart', by: fixes[at]?.id ?? '', build },
      }
      for (const other of implied(at).full) answer(other, pending)
    }
    // A tool asks for the whole also where a part of it is on.
    for (const at of positionsOf(evidence.required)) if (answers[at]?.state !== 'partly') answer(at, required)
    for (const at of positionsOf(evidence.removed)) answer(at, removed)

    const unknown = unknownFixIn(evidence.fixes.filter((name) => index.idOf(name) === null && !named.has(name)))
    const declined = new Set(positionsOf(evidence.notRequired))
    return answers.map((known, at) => {
      if (known !== undefined) return known
      const found = lacking(evidence, at, unknown)
      return declined.has(at) && found.reason.code !== 'older-build' ? notRequired : found
    })
  }

  return { fixes, positions, impliedBy: implied, answersFor }
}

export type FixRules = ReturnType<typeof fixRulesOn>
