/** What every bulletin is for the machines that report: worked out once for those that are alike. */
import type { MachineState } from '../../contract/machines.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { FixIndex } from '../../domain/fixes/candidates.ts'
import { productsOf } from '../../domain/fixes/platform-fixes.ts'
import { alikeStates, stateAt, type AlikeRules, type AlikeStates, type FixPlaces } from '../../domain/machines/alike.ts'
import type { Fixes } from '../fixes.ts'
import { statesApart } from './machine-states-apart.ts'
import { memoizeByVersion } from '../memoize.ts'
import type { KeptMachine, MachineProfile } from '../store/machines.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** What is known of machines that are alike, with their names. */
export type AlikeMachines = MachineProfile & AlikeStates & { on: FixPlaces; named: KeptMachine[] }

/** As many that differ are worked out here before a thread of their own would have started. */
const manyThatDiffer = 50

/** Machines that are put together between two pauses. */
const manyAtOnce = 2000

type States = Map<number, AlikeStates & { on: FixPlaces }>

/** What is known by the fixes on file: kept while they are the same. `states`: of all profiles that there were last. */
type Known = Awaited<ReturnType<Fixes['index']>> & { rules: AlikeRules; states: States }

/** Makes the rules of a platform, one product after the other: each takes a moment. */
async function makeRules(index: FixIndex, rules: AlikeRules, platform: PlatformId | null): Promise<void> {
  for (const product of platform === null ? [] : productsOf(index, platform)) {
    rules.rulesOn(product)
    await yieldToEventLoop()
  }
}

type Deps = { store: Store; fixes: Pick<Fixes, 'index'> }

/** All machines that report, made again when documents or machines have changed. */
export function machineStatesOf({ store, fixes }: Deps) {
  const version = async () => `${await store.documentsVersion()} ${await store.machines.version()}`

  const knownNow = memoizeByVersion(store.documentsVersion, async (): Promise<Known> => {
    const { index, linesOf } = await fixes.index()
    return { index, linesOf, rules: alikeStates(index, linesOf), states: new Map() }
  })

  async function workOutHere({ index, rules }: Known, profiles: readonly MachineProfile[], states: States) {
    for (const profile of profiles) {
      await makeRules(index, rules, profile.platform)
      states.set(profile.id, { ...rules.statesFor(profile), on: rules.onPlatform(profile.platform) })
      await yieldToEventLoop()
    }
  }

  async function workOutApart({ index, linesOf }: Known, profiles: readonly MachineProfile[], states: States) {
    const platforms = new Map<PlatformId | null, FixPlaces>()
    let place = 0
    for await (const answered of statesApart(index, linesOf, profiles)) {
      for (const [platform, on] of answered.platforms) platforms.set(platform, on)
      for (const each of answered.states) {
        const profile = profiles[place++]
        const on = platforms.get(profile?.platform ?? null)
        if (profile !== undefined && on !== undefined) states.set(profile.id, { ...each, on })
      }
    }
  }

  const read = memoizeByVersion(version, async () => {
    const known = await knownNow()
    const profiles: MachineProfile[] = []
    for await (const page of store.machines.profiles()) for (const profile of page) profiles.push(profile)
    const states: States = new Map()
    const fresh = profiles.filter(({ id }) => {
      // What differs between machines is never written again under the same id.
      const made = known.states.get(id)
      if (made !== undefined) states.set(id, made)
      return made === undefined
    })
    await (fresh.length > manyThatDiffer ? workOutApart : workOutHere)(known, fresh, states)
    known.states = states
    const alike = new Map<number, AlikeMachines>()
    for (const [at, profile] of profiles.entries()) {
      if (at % manyAtOnce === 0) await yieldToEventLoop()
      const made = states.get(profile.id)
      if (made !== undefined) alike.set(profile.id, { ...profile, ...made, named: [] })
    }
    for await (const page of store.machines.list())
      for (const machine of page) alike.get(machine.profile)?.named.push(machine)
    return { index: known.index, rules: known.rules, alike }
  })

  return {
    read,
    /** The machines that a bulletin is for, by what it is for those that are alike. */
    async of(bulletin: string): Promise<{ machines: AlikeMachines; state: MachineState }[]> {
      const { alike } = await read()
      const found: { machines: AlikeMachines; state: MachineState }[] = []
      for (const machines of alike.values()) {
        const at = machines.on.places.get(bulletin)
        if (at !== undefined) found.push({ machines, state: stateAt(machines.states, at) })
        else if (machines.others.includes(bulletin)) found.push({ machines, state: 'fixed' })
      }
      return found
    },
  }
}

export type MachineStates = ReturnType<typeof machineStatesOf>
