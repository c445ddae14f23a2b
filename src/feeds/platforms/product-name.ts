/** Reads family, version and variant out of the names that vendors give to products. */
import type { Platform } from '../../contract/platform.ts'

/** A product as a document names it: the name, and the branches of the product tree that lead to it. */
export type NamedProduct = { name: string; path: readonly string[] }

type Parts = { family: string; version: string | null; variant: string | null; kind: Platform['kind'] }

const longest = 80

/** A short number made from all of a text. */
function fingerprint(text: string): string {
  let sum = 0
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum.toString(36)
}

/**
 * Letters and digits of a name, joined by hyphens, as ids have them. What an id has no letters or no room for is
 * stood for by a number, so that two names stay two.
 */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('+', '-plus')
  const whole = (plain.match(/[a-z0-9]+/g) ?? []).join('-')
  const isWhole = whole.length <= longest && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain)
  if (isWhole && whole !== '') return whole
  const mark = fingerprint(plain)
  return [whole.slice(0, longest - mark.length - 1).replace(/-$/, ''), mark].filter((part) => part !== '').join('-')
}

/** One space where there are several, of whatever kind; no mark that cannot be seen. */
export const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a name says of the machine, in the words of the screen: `x64`, `32-bit`. */
const machines: readonly [RegExp, string][] = [
  [/\bx64(?:[- ]based)?(?: systems?| edition)?\b/i, 'x64'],
  [/\barm64(?:[- ]based)?(?: systems?)?\b/i, 'ARM64'],
  [/\bitanium(?:[- ]based)?(?: systems?)?\b/i, 'Itanium'],
  [/\b(32|64)[- ]bit(?: systems?| editions?)?\b/i, '$1-bit'],
]

/** A part of a name is taken out of it, so that what is left can be read on. */
class Reader {
  rest: string
  constructor(name: string) {
    this.rest = name
  }
  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest)
    if (found !== null) this.rest = tidy(this.rest.replace(found[0], ' '))
    return found
  }
}

const joined = (parts: readonly (string | null | undefined | false)[]): string | null => {
  const given = parts.filter((part) => typeof part === 'string' && part !== '')
  return given.length > 0 ? given.join(' ') : null
}

/** The machine, which a name tells as "for x64-based Systems" or "(64-bit editions)". */
function takeMachine(reader: Reader): string | null {
  for (const [pattern, word] of machines) {
    const found = reader.take(
      new RegExp(`\\(\\s*${pattern.source}\\s*\\)|\\bfor ${pattern.source}|${pattern.source}`, 'i'),
    )
    if (found !== null) return word.replace('$1', found.find((part, at) => at > 0 && /^(32|64)$/.test(part)) ?? '')
  }
  return null
}

const takeServicePack = (reader: Reader): string | null => {
  const found = reader.take(/\bService Pack (\d+\w?)\b/i)
  return found === null ? null : `SP${found[1]}`
}

function windows(name: string): Parts | null {
  const reader = new Reader(name.replace(/^Microsoft (?=Windows)/, ''))
  const isCore = reader.take(/\(Server Core installation\)/i) !== null && 'Server Core'
  const machine = takeMachine(reader)
  const pack = takeServicePack(reader)
  const server =
    /^Windows Server,? version (\w+)$/i.exec(reader.rest) ??
    /^(Windows Server \d{4}(?: R2)?)(?:, (\w+) Edition)?$/i.exec(reader.rest)
  if (server !== null) {
    const [, first = '', edition] = server
    const isNamedByVersion = !/^Windows/i.test(first)
    return {
      family: isNamedByVersion ? 'Windows Server' : first,
      version: isNamedByVersion ? first.toUpperCase() : (edition ?? pack ?? 'RTM'),
      variant: joined([machine, isCore]),
      kind: 'server',
    }
  }
  const client = /^(Windows (?:10|11|7|8|8\.1|RT|RT 8\.1|Vista|XP))(?: version (\w+))?$/i.exec(reader.rest)
  if (client === null) return null
  const [, family = '', version] = client
  // The first Windows 10 goes by its name alone; its number is 1507.
  const first = family === 'Windows 10' ? '1507' : 'RTM'
  return { family, version: version?.toUpperCase() ?? pack ?? first, variant: machine, kind: 'client' }
}

/** A product that goes by a number or a year. What `name` calls its edition is told as well. */
type Application = { name: RegExp; family: string; variant?: string }

const officeParts = ['Word', 'Excel', 'Outlook', 'PowerPoint', 'Access', 'Publisher', 'OneNote', 'Visio', 'Project']

const applications: readonly Application[] = [
  ...officeParts.map((part) => ({
    name: new RegExp(`^${part}(?= (\\d|for Mac|Viewer))`),
    family: 'Office',
    variant: part,
  })),
  { name: /^(?:Office )?365 (?:Apps for Enterprise|(?<edition>ProPlus))/, family: 'Microsoft 365 Apps' },
  { name: /^Office(?= (?:\d|LTSC))/, family: 'Office' },
  { name: /^\.NET Framework/, family: '.NET Framework' },
  { name: /^ASP\.NET Core/, family: 'ASP.NET Core' },
  { name: /^\.NET Core(?= \d)/, family: '.NET Core' },
  { name: /^\.NET(?= \d)/, family: '.NET' },
  { name: /^SQL Server(?= \d)/, family: 'SQL Server' },
  { name: /^Exchange Server(?= \d)/, family: 'Exchange Server' },
  { name: /^SharePoint (?<edition>Enterprise|Foundation)?(?: ?Server)?/i, family: 'SharePoint' },
  { name: /^Internet Explorer(?= \d)/, family: 'Internet Explorer' },
  { name: /^Edge (?=\()/, family: 'Microsoft Edge' },
  { name: /^Visual Studio(?= \d{4})/, family: 'Visual Studio' },
  { name: /^PowerShell(?: (?<edition>Core))?(?= \d)/, family: 'PowerShell' },
  { name: /^Team Foundation Server(?= \d)/, family: 'Team Foundation Server' },
  { name: /^Azure DevOps Server(?= \d)/, family: 'Azure DevOps Server' },
  { name: /^Dynamics 365 Business Central(?= \d)/, family: 'Dynamics 365 Business Central' },
  { name: /^Dynamics (?:365|(?<edition>CRM))(?= )/, family: 'Dynamics 365' },
  { name: /^Lync(?: (?<edition>Basic))?(?= \d)/, family: 'Lync' },
  { name: /^Skype for Business(?= \d)/, family: 'Skype for Business' },
  { name: /^Silverlight(?= \d)/, family: 'Silverlight' },
  { name: /^CBL Mariner(?= \d)/, family: 'CBL Mariner' },
  { name: /^Azure Linux(?= \d)/, family: 'Azure Linux' },
]

/** What is left of a name besides family and version. */
const leftover = (rest: string): string | null => {
  const words = tidy(rest.replaceAll(/[()]/g, ' '))
  return words === '' ? null : words
}

/** What a product runs on, in short: "Windows 10 1607 x64". */
function host(name: string): string {
  const parts = windows(name)
  if (parts === null) return tidy(name.replace(/^Microsoft /, '').replaceAll(/[()]/g, ' '))
  return joined([parts.family, parts.version !== 'RTM' && parts.version, parts.variant]) ?? name
}

/** A product and what it runs on, where its name says so. */
function splitHost(name: string): [own: string, on: string | undefined] {
  const found = / (?:(?:when )?installed )?on /i.exec(name)
  return found === null ? [name, undefined] : [name.slice(0, found.index), name.slice(found.index + found[0].length)]
}

function application(name: string): Parts | null {
  const [own, on] = splitHost(name.replace(/^Microsoft (?=\S)/, ''))
  const known = applications.find((each) => each.name.test(own))
  if (known === undefined) return null
  const reader = new Reader(own)
  const edition = reader.take(known.name)?.groups?.['edition']
  const machine = takeMachine(reader)
  const pack = takeServicePack(reader)
  const update = reader.take(/\bCumulative Update (\d+)\b/i)
  const number = reader.take(/^(?:LTSC )?v?(?:version )?\d[\w.]*(?:\s*(?:\/|AND)\s*\d[\w.]*)*/i)
  const detail = leftover(reader.rest)
  const version = joined([edition, number?.[0].replaceAll(/\s*(\/|AND)\s*/gi, '/'), pack, update && `CU${update[1]}`])
  return {
    family: known.family,
    version: version ?? detail,
    variant: joined([known.variant, machine, version !== null && detail, on !== undefined && host(on)]),
    kind: 'application',
  }
}

/** What no rule knows keeps its place in the document's product tree. */
function inItsTree({ name, path }: NamedProduct): Parts {
  const [own, on] = splitHost(name)
  const family = path.at(-1)
  return family === undefined
    ? { family: name, version: null, variant: null, kind: 'unknown' }
    : { family, version: own, variant: on === undefined ? null : host(on), kind: 'application' }
}

/**
 * The platform that a product name stands for. Names that differ only in spaces or capitals are one platform; the
 * label is the name itself.
 */
export function platformOf(product: NamedProduct): Platform {
  const name = tidy(product.name) || 'unnamed'
  const path = product.path.map(tidy).filter((part) => part !== '')
  const { family, version, variant, kind } = windows(name) ?? application(name) ?? inItsTree({ name, path })
  const id = [family, version, variant]
    .filter((part) => part !== null)
    .map(slug)
    .join('.')
  return { id, family, version, variant, label: { en: name }, kind, supportEndsOn: null }
}
