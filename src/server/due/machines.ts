/** For which machines of the fleet a bulletin is, what kind they are, and whether the internet reaches them. */
import type { Fleet } from '../../contract/fleet.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { environments } from '../../contract/vocabulary.ts'
import type { Environment } from '../../contract/words.ts'
import type { Timed } from '../../domain/due/timed.ts'

type Machines = { platform: PlatformId; kind: Platform['kind'] | undefined; reachable: 'yes' | 'no' | undefined }

/** Where nothing says whether the internet reaches a machine, the policy says what that counts as. */
export const unknownExposure: Timed = { yesSince: null, otherwise: 'unknown', basis: 'setting' }

/**
 * What a fleet says of the machines of platforms. `reachableSince`: since when it says that the internet reaches a platform.
 */
export function fleetMachines(
  { lines }: Pick<Fleet, 'lines'>,
  platforms: Iterable<Pick<Platform, 'id' | 'kind'>>,
  reachableSince: ReadonlyMap<PlatformId, string>,
) {
  const kinds = new Map(Array.from(platforms, ({ id, kind }) => [id, kind]))
  const machines = lines.map(({ platform, reachable }): Machines => ({
    platform,
    kind: kinds.get(platform),
    reachable,
  }))
  return {
    isKnown: machines.length > 0,
    /** What the machines of these platforms are, as far as that is known. */
    environmentsOf: (on: readonly PlatformId[]): Environment[] => {
      const found = new Set(machines.filter(({ platform }) => on.includes(platform)).map(({ kind }) => kind))
      return environments.filter((environment) => found.has(environment))
    },
    /** Whether the internet reaches any machine of these platforms. Before anybody said yes it was not known. */
    exposureOf: (on: readonly PlatformId[]): Timed => {
      const concerned = machines.filter(({ platform }) => on.includes(platform))
      const reached = concerned.filter(({ reachable }) => reachable === 'yes')
      const since = reached.flatMap(({ platform }) => reachableSince.get(platform) ?? []).toSorted()[0]
      if (since !== undefined) return { yesSince: since, otherwise: 'unknown', basis: 'fleet' }
      if (concerned.length === 0 || concerned.some(({ reachable }) => reachable === undefined)) return unknownExposure
      return { yesSince: null, otherwise: 'no', basis: 'fleet' }
    },
  }
}
