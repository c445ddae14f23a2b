/** Which of our platforms a machine has, from what it reports of its Windows. */
import type { PlatformUnknown } from '../../contract/inventory.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { platformReader, type NamedPlatform } from '../platforms/names.ts'
import { isWithin } from '../platforms/platforms.ts'
import { editionOf, plainCaption } from './edition-of.ts'
import type { MachineReport } from './report.ts'
import { versionsOfBuild, versionsOfCaption } from './windows-builds.ts'

/** What is reported of a machine's Windows; of several reports, put together. */
export type WindowsFacts = Pick<
  MachineReport,
  'caption' | 'architecture' | 'installation' | 'build' | 'edition' | 'platform'
>

export type PlatformAnswer =
  | { platform: PlatformId; edition: string | null }
  | { platform: null; edition: string | null; why: PlatformUnknown }

/** Whether it is a client or a server, by what is reported beside the build. */
function sideOf({ installation, caption = '' }: WindowsFacts): 'client' | 'server' | null {
  if (installation !== undefined) return installation === 'client' ? 'client' : 'server'
  if (/\bserver\b/i.test(caption)) return 'server'
  return /\bworkstation\b|\bwindows (?:1[01]|[78]|8\.1|vista|xp|rt)\b/i.test(plainCaption(caption)) ? 'client' : null
}

const architectureIn = /^(x64|32-bit|arm64|itanium)(?:-server-core)?$/
const isCore = (id: PlatformId) => id.endsWith('server-core')

/** The architecture that a platform is for; null where it is for all that there are. */
const architectureOf = (id: PlatformId): string | null => architectureIn.exec(id.split('.')[2] ?? '')?.[1] ?? null

type Found = { id: PlatformId } | { why: PlatformUnknown }

const unknown = (why: PlatformUnknown): Found => ({ why })

/** The one platform on file of a version that the machine can be, or why it is none. */
function within(ids: readonly PlatformId[], version: PlatformId, facts: WindowsFacts): Found {
  const { architecture, installation } = facts
  const own = ids.filter((id) => isWithin(id, version))
  if (own.length === 0) return unknown('not-on-file')
  if (architecture === undefined && own.some((id) => architectureOf(id) !== null)) return unknown('no-architecture')
  const exact = own.filter((id) => architectureOf(id) === (architecture ?? null))
  const fitting = exact.length > 0 ? exact : own.filter((id) => architectureOf(id) === null)
  if (fitting.length === 0) return unknown('not-on-file')
  const asInstalled = fitting.filter((id) => isCore(id) === (installation === 'server-core'))
  // The annual channel is Server Core alone, and documents that do not tell it apart mean both.
  const [one, another] = asInstalled.length > 0 ? asInstalled : fitting
  return one === undefined || another !== undefined ? unknown('several') : { id: one }
}

function byBuild(ids: readonly PlatformId[], facts: WindowsFacts): Found {
  const { build, caption } = facts
  const byCaption = caption === undefined ? null : versionsOfCaption(caption)
  const versions = build === undefined ? byCaption : versionsOfBuild(build)
  if (versions === null) {
    if (build !== undefined) return unknown('unknown-build')
    return unknown(caption === undefined ? 'not-reported' : 'no-build')
  }
  const { client, server } = versions
  const side = sideOf(facts) ?? (server === null ? 'client' : client === null ? 'server' : null)
  if (side === null) return unknown('client-or-server')
  const version = versions[side]
  return version === null ? unknown('unknown-build') : within(ids, version, facts)
}

/** The platform of each machine among those on file: never the likeliest one, where two could be meant. */
export function platformOfReports(platforms: readonly NamedPlatform[]): (facts: WindowsFacts) => PlatformAnswer {
  const ids = platforms.map(({ id }) => id)
  const meaningOf = platformReader(platforms)
  const answers = new Map<string, Found>()
  const find = (facts: WindowsFacts): Found => {
    if (facts.platform === undefined) return byBuild(ids, facts)
    const meaning = meaningOf(facts.platform)
    if (meaning.is === 'one') return { id: meaning.id }
    if (facts.build !== undefined) return byBuild(ids, { ...facts, caption: facts.caption ?? facts.platform })
    return unknown(meaning.is === 'several' ? 'several' : 'not-on-file')
  }
  return (facts) => {
    const { caption, architecture, installation, build, platform } = facts
    // Machines of a fleet are much alike; the revision of their build makes no difference here.
    const alike = [caption, architecture, installation, build?.split('.', 3).join('.'), platform]
    const key = JSON.stringify(alike)
    const found = answers.get(key) ?? find(facts)
    answers.set(key, found)
    const edition = editionOf(facts)
    return 'id' in found ? { platform: found.id, edition } : { platform: null, edition, why: found.why }
  }
}
