/** Which versions of which product of a lifecycle source a platform is. What no rule knows has no end of support. */
import type { LifecycleProduct, SupportEdition, SupportTerm } from '../../contract/lifecycle.ts'
import type { Platform } from '../../contract/platform.ts'

type Named = Pick<Platform, 'family' | 'version' | 'variant'>
type Cycle = LifecycleProduct['cycles'][number]

/** A product, and for each version that the platform is, which of the cycles are this version: all of them have to be known. */
type Meant = { product: string; versions: ((cycle: Cycle) => boolean)[] }

const editions: Readonly<Record<string, SupportEdition>> = {
  w: 'home-pro',
  e: 'enterprise',
  'e-lts': 'ltsc',
  iot: 'iot',
  'iot-lts': 'iot-ltsc',
  ltsc: 'ltsc',
}

/** The service pack of a version: 0 where none is named. */
const packOf = (text: string): number => Number(/\bSP(\d+)/i.exec(text)?.[1] ?? 0)

/** The year or number of a version, and whether it is an R2: "2008 R2" of "Enterprise 2008 R2 SP3". */
function releaseOf(text: string): string {
  const plain = text.replaceAll(/'[^']*'/g, ' ')
  const number = /\d[\d.]*/.exec(plain)?.[0] ?? ''
  return /\bR2\b/.test(plain) ? `${number} R2` : number
}

const isRelease =
  (version: string, { isPackFree = false } = {}) =>
  ({ name }: Cycle): boolean =>
    releaseOf(version) !== '' &&
    releaseOf(name) === releaseOf(version) &&
    (packOf(name) === packOf(version) || (isPackFree && packOf(name) === 0))

const isCycle =
  (names: string | readonly string[]) =>
  ({ cycle }: Cycle): boolean =>
    [names].flat().includes(cycle)

/** Versions of Windows that the source numbers in its own way. */
const olderWindows: Readonly<Record<string, string>> = {
  'Windows 8.1 RTM': '8.1',
  'Windows 8 RTM': '8',
  'Windows 7 SP1': '7-sp1',
  'Windows Vista SP2': '6-sp2',
  'Windows XP SP3': '5-sp3',
}

function windows({ family, version }: Named): Meant | null {
  const release = /^Windows (10|11)$/.exec(family)?.[1]
  if (release !== undefined) {
    const start = `${release}-${(version ?? '').toLowerCase()}`
    const isOne = ({ cycle }: Cycle) =>
      cycle === start || (cycle.startsWith(`${start}-`) && editions[cycle.slice(start.length + 1)] !== undefined)
    return { product: 'windows', versions: [isOne] }
  }
  const cycle = olderWindows[`${family} ${version ?? ''}`]
  return cycle === undefined ? null : { product: 'windows', versions: [isCycle([cycle])] }
}

function windowsServer({ family, version, variant }: Named): Meant | null {
  if (family === 'Windows 2000' && version === 'SP4' && variant === 'Server')
    return { product: 'windows-server', versions: [isCycle(['2000'])] }
  const [, year, r2] = /^Windows Server(?: (\d{4})( R2)?)?$/.exec(family) ?? []
  if (!family.startsWith('Windows Server') || version === null) return null
  const byVersion = [`${version.toLowerCase()}-sac`, `${version.toLowerCase()}-ac`]
  const pack = /^SP\d$/.test(version) ? `-${version.toLowerCase()}` : ''
  const isNumbered = year === undefined || (version !== 'RTM' && pack === '')
  const names = isNumbered ? byVersion : [`${year}${r2 === undefined ? '' : '-r2'}${pack}`]
  return { product: 'windows-server', versions: [isCycle(names)] }
}

function internetExplorer({ version, variant }: Named): Meant {
  const host = variant ?? ''
  const number = version ?? ''
  if (/Windows Server/.test(host) && number === '11')
    return { product: 'internet-explorer', versions: [isCycle(['11-server'])] }
  const long = /Windows 10 (?:1507|1607|1809|21H2)\b/.test(host) && number === '11'
  return { product: 'internet-explorer', versions: [isCycle(long ? [number, '11-ltsc'] : [number])] }
}

function visualStudio({ version, variant }: Named): Meant {
  const number = /\d+\.\d+/.exec(variant ?? '')?.[0]
  const isOnly = ({ name }: Cycle) => name.startsWith(`${version} - `) && Number(version) < 2017
  return { product: 'visual-studio', versions: [number === undefined ? isOnly : isCycle(number)] }
}

/** Products for other machines than the source speaks of. */
const isForMac = ({ version, variant }: Named) => /\bMac\b/i.test(`${version} ${variant}`)

function office(platform: Named): Meant | null {
  const version = platform.version ?? ''
  if (version === 'for Mac 2011') return { product: 'office', versions: [isCycle('2011-for-mac')] }
  if (isForMac(platform) || /Viewer/i.test(`${version} ${platform.variant}`)) return null
  const long = /^LTSC (\d{4})$/.exec(version)?.[1]
  if (long !== undefined) return { product: 'office', versions: [isCycle(`${long}-ltsc`)] }
  const isOne = (cycle: Cycle) => /^\d{4}$/.test(cycle.cycle) && isRelease(version)(cycle)
  return { product: 'office', versions: [isOne] }
}

const subscription = ({ cycle }: Cycle) => cycle === 'subscription'

/** By the family that our rules give to the products of Microsoft. */
const byFamily: Readonly<Record<string, (platform: Named & { version: string }) => Meant | null>> = {
  Office: office,
  'SQL Server': ({ version }) => ({ product: 'mssqlserver', versions: [isRelease(version)] }),
  'Exchange Server': ({ version }) => ({
    product: 'msexchange',
    versions: [
      /subscription/i.test(version) ? subscription : isRelease(version, { isPackFree: /CU\d|2013/.test(version) }),
    ],
  }),
  SharePoint: ({ version }) => ({
    product: 'sharepoint',
    versions: [/subscription/i.test(version) ? subscription : isRelease(version)],
  }),
  '.NET': ({ version }) => ({ product: 'dotnet', versions: [isCycle(String(Number.parseFloat(version)))] }),
  '.NET Core': ({ version }) => ({ product: 'dotnet', versions: [isCycle(version)] }),
  '.NET Framework': ({ version }) => ({
    product: 'dotnetfx',
    versions: version.split('/').map((each) => isCycle(each)),
  }),
  'Internet Explorer': internetExplorer,
  'Visual Studio': visualStudio,
  PowerShell: ({ version }) => ({ product: 'powershell', versions: [isCycle(version.replace(/^Core /, ''))] }),
  'Team Foundation Server': ({ version }) => ({
    product: 'azure-devops-server',
    versions: [({ name }) => name === `TFS ${version}`],
  }),
  'Azure DevOps Server': ({ version, variant }) => ({
    product: 'azure-devops-server',
    versions: [({ name }) => name === [version, /Update \d/.exec(variant ?? '')?.[0]].filter(Boolean).join(' ')],
  }),
}

function meantBy(platform: Named): Meant | null {
  const os = windows(platform) ?? windowsServer(platform)
  if (os !== null) return os
  const { family, version } = platform
  return version === null ? null : (byFamily[family]?.({ ...platform, version }) ?? null)
}

function termOf({ cycle, name, mainstreamUntil, until, paidUntil }: Cycle): SupportTerm {
  const [, suffix = ''] = /^1[01]-\w+-(.+)$|^11-(ltsc)$/.exec(cycle)?.filter(Boolean) ?? []
  const edition = editions[suffix]
  return {
    name,
    ...(edition !== undefined && { edition }),
    ...(mainstreamUntil !== undefined && { mainstreamUntil }),
    until,
    ...(paidUntil !== undefined && { paidUntil }),
  }
}

type Found = { terms: SupportTerm[]; product: LifecycleProduct }

const compared = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function found(platform: Named, products: ReadonlyMap<string, LifecycleProduct>): Found | null {
  const meant = meantBy(platform)
  const product = products.get(meant?.product ?? '')
  if (meant === null || product === undefined) return null
  const versions = meant.versions.map((isOne) => product.cycles.filter(isOne))
  if (versions.some((cycles) => cycles.length === 0)) return null
  const terms = versions.flat().map(termOf)
  return { terms: terms.toSorted((a, b) => compared(a.until, b.until) || compared(a.name, b.name)), product }
}

/** The Windows that a product runs on, as its variant names it: "Windows 7 SP1 x64", "Windows Server 2019 Server Core". */
function hostOf({ family, variant }: Named): Named | null {
  if (/^Windows\b/.test(family)) return null
  const [, host, version] =
    /^(Windows (?:Server(?: \d{4}(?: R2)?)?|\d+(?:\.\d)?|RT 8\.1|Vista|XP))(?: (SP\d|\d\w{3}))?\b/.exec(
      variant ?? '',
    ) ?? []
  return host === undefined ? null : { family: host, version: version ?? 'RTM', variant: null }
}

/** The last day of support of any edition; `open` and `ended` sort behind all days. */
const lastEnd = ({ terms }: Found): string =>
  terms
    .map(({ until }) => until)
    .toSorted(compared)
    .at(-1) ?? ''

/**
 * The ends of support of a platform and the product that they are from; null where they are not known. A platform of
 * several versions is known if each of them is. What runs on a Windows is supported no longer than this Windows.
 */
export function lifecycleOf(platform: Named, products: ReadonlyMap<string, LifecycleProduct>): Found | null {
  const own = found(platform, products)
  const host = hostOf(platform)
  if (own === null || host === null) return own
  const below = found(host, products)
  return below === null || lastEnd(own) <= lastEnd(below) ? below && own : below
}
