/** Which fix replaces which: read from what newer bulletins say of older ones, with doubt where they leave any. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Summary } from '../../contract/summary.ts'

export type Supersedable = Pick<Summary, 'id' | 'kb' | 'supersedes'>

/** The names that a bulletin goes by where others speak of it: its id, and its KB numbers. */
export const knownNames = ({ id, kb }: Pick<Supersedable, 'id' | 'kb'>): string[] => [
  ...new Set([id, ...kb.map((number) => `KB${number}`)]),
]

/**
 * What is doubtful about a step: `unknown`, it names a fix that is not on file; `itself`, a fix that names itself;
 * `loop`, a fix that is already further up in the same chain.
 */
type Doubt = 'unknown' | 'itself' | 'loop'

/** A fix in a chain, `depth` steps from its start; `from` replaces it. Each pair of `id` and `from` occurs once. */
type SupersedenceStep = { id: string; from: string; depth: number; doubt: Doubt | null }

export type Supersedence = {
  /** The bulletins that say that they replace this one. */
  replacedBy: (id: string) => readonly string[]
  /** All that a bulletin replaces, and what that replaced, each fix once, in the order of a walk from the newest. */
  chain: (id: string) => readonly SupersedenceStep[]
}

/** Longer chains are cut off: the longest known has 106 steps. */
const maxSteps = 300

/** The relation over all fixes on file. Loops end where they close. */
export function supersedence(fixes: Iterable<Supersedable>): Supersedence {
  const idByName = new Map<string, string>()
  const named = new Map<string, readonly string[]>()
  const all = [...fixes]
  for (const fix of all) {
    named.set(fix.id, fix.supersedes)
    for (const name of knownNames(fix)) if (!idByName.has(name) || name === fix.id) idByName.set(name, fix.id)
  }
  const replacedBy = new Map<string, Set<string>>()
  for (const { id, supersedes } of all) {
    for (const older of supersedes.map((name) => idByName.get(name))) {
      if (older === undefined || older === id) continue
      const newer = replacedBy.get(older) ?? new Set()
      replacedBy.set(older, newer.add(id))
    }
  }

  function chain(start: string): SupersedenceStep[] {
    const steps: SupersedenceStep[] = []
    const seen = new Set([start])
    // A list of what is still to be walked, in place of recursion: chains are deep.
    const ahead: { id: string; from: string; above: readonly string[] }[] = []
    const push = (from: string, above: readonly string[]) => {
      const older = new Set((named.get(from) ?? []).map((name) => idByName.get(name) ?? name))
      for (const id of [...older].toReversed()) ahead.push({ id, from, above })
    }
    push(start, [start])
    for (let next = ahead.pop(); next !== undefined && steps.length < maxSteps; next = ahead.pop()) {
      const { id, from, above } = next
      const step = (doubt: Doubt | null) => steps.push({ id, from, depth: above.length, doubt })
      if (above.includes(id)) step(id === from ? 'itself' : 'loop')
      else if (!seen.has(id)) {
        seen.add(id)
        step(named.has(id) ? null : 'unknown')
        push(id, [...above, id])
      }
    }
    return steps
  }

  return { replacedBy: (id) => [...(replacedBy.get(id) ?? [])], chain }
}

/** What a bulletin replaces on some of its platforms only, and on which: its packages differ in what they replace. */
export function partlySuperseded({ supersedes, packages }: Bulletin): Map<string, PlatformId[]> {
  const telling = packages.filter((fix) => fix.supersedes !== undefined)
  const partly = supersedes
    .map((id) => [id, telling.filter((fix) => fix.supersedes?.includes(id))] as const)
    .filter(([, fixes]) => fixes.length > 0 && fixes.length < telling.length)
  return new Map(partly.map(([id, fixes]) => [id, [...new Set(fixes.flatMap(({ platforms }) => platforms))]]))
}
