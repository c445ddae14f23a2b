/** What every fix is for machines that are alike. The rules of a product are made once. */
import { machineStates, type MachineFix, type MachineState } from '../../contract/machines.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { FixIndex } from '../fixes/candidates.ts'
import { productsOf } from '../fixes/platform-fixes.ts'
import { evidenceOf, fixRulesOn, type FixAnswer, type FixRules, type PlacedFixes } from './fix-state.ts'
import type { MachineFacts } from './fold.ts'

/** The products that machines of a platform may be, and the place of each of their fixes. `install`: what is to be installed on any of them. */
export type FixPlaces = {
  products: readonly PlatformId[]
  places: ReadonlyMap<string, number>
  install: readonly string[]
}

/** What is known of machines that are alike. */
export type Profile = { id: number; platform: PlatformId | null; facts: MachineFacts }

/** What the fixes of their platform are for such machines. */
export type AlikeStates = {
  /** The state of each fix by its place, as the place of that state in `machineStates`. */
  states: Uint8Array<ArrayBuffer>
  /** Fixes of programs that they list. */
  others: readonly string[]
  overall: 'current' | 'lacking' | 'unknown'
  /** What is to be installed, and what they do not have in full. */
  lacks: MachineFix[]
}

/** Of products that differ nothing is said. */
function joinedAnswer(answers: readonly (FixAnswer | undefined)[]): FixAnswer {
  const [first] = answers
  if (first === undefined) return { state: 'not-concerned', reason: { code: 'other-platform' } }
  return answers.every((each) => each?.state === first.state)
    ? first
    : { state: 'unknown', reason: { code: 'no-platform' } }
}

const codes = new Map(machineStates.map((state, code) => [state, code]))

export const stateAt = (states: Uint8Array, at: number): MachineState =>
  machineStates[states[at] ?? machineStates.length - 1] ?? 'not-concerned'

export const isLacking = (state: MachineState) =>
  state === 'missing' || state === 'partly' || state === 'restart-pending'

function overallOf({ products }: FixPlaces, lacks: readonly MachineFix[]): AlikeStates['overall'] {
  if (lacks.some(({ state }) => isLacking(state))) return 'lacking'
  return products.length === 0 || lacks.some(({ reason }) => reason.code !== 'not-said') ? 'unknown' : 'current'
}

/** @param linesOf the lines of a product, made once */
export function alikeStates(index: FixIndex, linesOf: (product: PlatformId) => readonly PlacedFixes[]) {
  const rules = new Map<PlatformId, FixRules>()
  const platforms = new Map<PlatformId | null, FixPlaces>()

  function rulesOn(product: PlatformId): FixRules {
    const made = rules.get(product) ?? fixRulesOn(index, product, linesOf(product))
    rules.set(product, made)
    return made
  }

  function onPlatform(platform: PlatformId | null): FixPlaces {
    const known = platforms.get(platform)
    if (known !== undefined) return known
    const products = platform === null ? [] : productsOf(index, platform)
    const lines = products.flatMap(linesOf)
    const install = lines.flatMap(({ fixes }) => fixes.filter(({ state }) => state === 'install'))
    const ids = products.flatMap((product) => rulesOn(product).fixes.map(({ id }) => id))
    const on: FixPlaces = {
      products,
      places: new Map(Array.from(new Set(ids), (id, at) => [id, at])),
      install: [...new Set(install.map(({ bulletin }) => bulletin))],
    }
    platforms.set(platform, on)
    return on
  }

  /** The answers in the order of the fixes of their platform. */
  function answersFor({ platform, facts }: Pick<Profile, 'platform' | 'facts'>): FixAnswer[] {
    const evidence = evidenceOf(facts)
    const { products, places } = onPlatform(platform)
    const each = products.map((product) => {
      const { positions, answersFor: answers } = rulesOn(product)
      return { positions, answers: answers(evidence) }
    })
    const [only] = each
    if (only !== undefined && each.length === 1) return only.answers
    return Array.from(places.keys(), (id) =>
      joinedAnswer(
        each.flatMap(({ positions, answers }) => {
          const at = positions.get(id)
          return at === undefined ? [] : [answers[at]]
        }),
      ),
    )
  }

  return {
    rulesOn,
    onPlatform,
    answersFor,
    statesFor(profile: Profile): AlikeStates {
      const { fixes, unlisted, pending } = profile.facts
      const on = onPlatform(profile.platform)
      const answers = answersFor(profile)
      const listed = [...fixes, ...unlisted].flatMap((name) => (pending.includes(name) ? [] : (index.idOf(name) ?? [])))
      const lacks = on.install.flatMap((bulletin) => {
        const answer = answers[on.places.get(bulletin) ?? -1]
        const isOpen = answer !== undefined && answer.state !== 'fixed' && answer.state !== 'not-concerned'
        return isOpen ? [{ bulletin, ...answer }] : []
      })
      return {
        states: Uint8Array.from(answers, ({ state }) => codes.get(state) ?? machineStates.length - 1),
        others: [...new Set(listed)].filter((id) => !on.places.has(id)),
        overall: overallOf(on, lacks),
        lacks,
      }
    },
  }
}

export type AlikeRules = ReturnType<typeof alikeStates>
