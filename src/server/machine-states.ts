/** What every bulletin is for the machines that report: worked out once for those that are alike. */
import type { MachineFix, MachineState } from '../contract/machines.ts'
import { machineStates } from '../contract/machines.ts'
import type { PlatformId } from '../contract/platform.ts'
import { evidenceOf, fixRulesOn, type FixRules } from '../domain/machines/fix-state.ts'
import { productsOf } from '../domain/fixes/platform-fixes.ts'
import type { Fixes } from './fixes.ts'
import { memoizeByVersion } from './memoize-by-version.ts'
import type { KeptMachine, MachineProfile } from './store/machines.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** The fixes of a platform; of all products that its machines may be. `install`: what is to be installed on any of them. */
type OnPlatform = { ids: readonly string[]; products: readonly FixRules[]; install: readonly number[] }

/** What is known of machines that are alike: the state of each fix of their platform, by position. */
export type AlikeMachines = MachineProfile & {
  on: OnPlatform
  states: Uint8Array
  /** Fixes of programs that they list. */
  others: readonly string[]
  overall: 'current' | 'lacking' | 'unknown'
  named: KeptMachine[]
}

type Answer = Pick<MachineFix, 'state' | 'reason'>

/** Of products that differ nothing is said. */
function joinedAnswer(answers: readonly (Answer | undefined)[]): Answer {
  const [first] = answers
  if (first === undefined) return { state: 'not-concerned', reason: { code: 'other-platform' } }
  return answers.every((each) => each?.state === first.state)
    ? first
    : { state: 'unknown', reason: { code: 'no-platform' } }
}

/** The answers for machines that are alike, in the order of the fixes of their platform. */
export function answersOf({ on, facts }: Pick<AlikeMachines, 'on' | 'facts'>): Answer[] {
  const evidence = evidenceOf(facts)
  const each = on.products.map((rules) => ({ rules, answers: rules.answersFor(evidence) }))
  const [only] = each
  if (only !== undefined && each.length === 1) return only.answers
  return on.ids.map((id) =>
    joinedAnswer(
      each.flatMap(({ rules, answers }) => {
        const at = rules.positions.get(id)
        return at === undefined ? [] : [answers[at]]
      }),
    ),
  )
}

const codes = new Map(machineStates.map((state, code) => [state, code]))

/** The states alone, as they are kept: by their place in `machineStates`. */
function codesOf(answers: readonly Answer[]): Uint8Array {
  const states = new Uint8Array(answers.length)
  for (const [at, { state }] of answers.entries()) states[at] = codes.get(state) ?? machineStates.length - 1
  return states
}

export const stateAt = ({ states }: Pick<AlikeMachines, 'states'>, at: number): MachineState =>
  machineStates[states[at] ?? machineStates.length - 1] ?? 'not-concerned'

function overallOf(answers: readonly Answer[], { install, products }: OnPlatform): AlikeMachines['overall'] {
  const wanted = install.flatMap((at) => answers[at] ?? [])
  if (wanted.some(({ state }) => state === 'missing' || state === 'partly' || state === 'restart-pending'))
    return 'lacking'
  const isOpen = wanted.some(({ state, reason }) => state === 'unknown' && reason.code !== 'not-said')
  return isOpen || products.length === 0 ? 'unknown' : 'current'
}

type Deps = { store: Store; fixes: Pick<Fixes, 'index'> }

/** All machines that report, made again when a bulletin or a machine has changed. */
export function machineStatesOf({ store, fixes }: Deps) {
  const version = async () => `${await store.version()} ${await store.machines.version()}`

  const read = memoizeByVersion(version, async () => {
    const { index, linesOf } = await fixes.index()
    const platforms = new Map<PlatformId | null, OnPlatform>()
    const onPlatform = async (platform: PlatformId | null): Promise<OnPlatform> => {
      const known = platforms.get(platform)
      if (known !== undefined) return known
      const products: FixRules[] = []
      const install = new Set<string>()
      for (const product of platform === null ? [] : productsOf(index, platform)) {
        const lines = linesOf(product)
        await yieldToEventLoop()
        products.push(fixRulesOn(index, product, lines))
        for (const { fixes: own } of lines)
          for (const { bulletin, state } of own) if (state === 'install') install.add(bulletin)
        await yieldToEventLoop()
      }
      const ids = [...new Set(products.flatMap((rules) => rules.fixes.map(({ id }) => id)))]
      const on = { ids, products, install: ids.flatMap((id, at) => (install.has(id) ? [at] : [])) }
      platforms.set(platform, on)
      return on
    }

    const alike = new Map<number, AlikeMachines>()
    for await (const page of store.machines.profiles())
      for (const profile of page) {
        const on = await onPlatform(profile.platform)
        const answers = answersOf({ on, facts: profile.facts })
        const own = new Set(on.ids)
        const { fixes: listedFixes, unlisted, pending } = profile.facts
        const running = [...listedFixes, ...unlisted].filter((name) => !pending.includes(name))
        const listed = running.flatMap((name) => index.idOf(name) ?? [])
        alike.set(profile.id, {
          ...profile,
          on,
          states: codesOf(answers),
          others: [...new Set(listed)].filter((id) => !own.has(id)),
          overall: overallOf(answers, on),
          named: [],
        })
        await yieldToEventLoop()
      }
    for await (const page of store.machines.list())
      for (const machine of page) alike.get(machine.profile)?.named.push(machine)
    return { index, alike }
  })

  return {
    version,
    read,
    /** The machines that a bulletin is for, by what it is for those that are alike; with the reason where it is asked for. */
    async of(bulletin: string): Promise<{ machines: AlikeMachines; answer: () => Answer; state: MachineState }[]> {
      const { alike } = await read()
      const found: { machines: AlikeMachines; answer: () => Answer; state: MachineState }[] = []
      for (const machines of alike.values()) {
        const at = machines.on.ids.indexOf(bulletin)
        const listed: Answer = { state: 'fixed', reason: { code: 'listed' } }
        if (at >= 0) {
          const state = stateAt(machines, at)
          found.push({ machines, state, answer: () => answersOf(machines)[at] ?? joinedAnswer([]) })
        } else if (machines.others.includes(bulletin)) found.push({ machines, state: 'fixed', answer: () => listed })
      }
      return found
    },
  }
}

export type MachineStates = ReturnType<typeof machineStatesOf>
