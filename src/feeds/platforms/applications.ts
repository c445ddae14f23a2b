/** Reads the names of Microsoft's products that go by a number or a year: Office, .NET, SQL Server and the like. */
import { joined, NameReader, takeMachine, takeServicePack, type NameParts } from './name-reader.ts'
import { tidy } from './slug.ts'
import { shortWindows } from './windows.ts'

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

/** A product and what it runs on, where its name says so. */
export function splitHost(name: string): [own: string, on: string | undefined] {
  const found = / (?:(?:when )?installed )?on /i.exec(name)
  return found === null ? [name, undefined] : [name.slice(0, found.index), name.slice(found.index + found[0].length)]
}

/** What a product runs on, in short: "Windows 10 1607 x64". */
export const shortHost = (name: string): string =>
  shortWindows(name) ?? tidy(name.replace(/^Microsoft /, '').replaceAll(/[()]/g, ' '))

/** Family, version and variant of a product of the list; null for any other name. */
export function application(name: string): NameParts | null {
  const [own, on] = splitHost(name.replace(/^Microsoft (?=\S)/, ''))
  const known = applications.find((each) => each.name.test(own))
  if (known === undefined) return null
  const reader = new NameReader(own)
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
    variant: joined([known.variant, machine, version !== null && detail, on !== undefined && shortHost(on)]),
    kind: 'application',
  }
}
