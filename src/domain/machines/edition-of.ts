/** The OS edition in the name that Windows has on a machine. */
import type { MachineReport } from './report.ts'

/** The name without marks and without its maker: `Windows Server 2019 Standard`. */
export const plainCaption = (caption: string): string =>
  caption
    .replaceAll(/[®™]|\((?:R|TM)\)/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\s*Microsoft /i, '')
    .trim()

/** What is before the edition: the family with its release. */
const family =
  /^Windows (?:Server(?: (?:\d{4}(?: R2)?|version \w+))?|1[01]|8\.1|[78]|Vista|XP|RT(?: 8\.1)?)(?=,| |$),? ?/i

/** `Pro`, `Enterprise LTSC`, `Datacenter Azure Edition`; null where the report does not say it. */
export function editionOf(report: Pick<MachineReport, 'caption' | 'edition'>): string | null {
  const { caption = '', edition = null } = report
  const name = plainCaption(caption)
  if (!family.test(name)) return edition
  const rest = name
    .replace(family, '')
    .replace(/,? ?Service Pack \d\w?$/i, '')
    .trim()
  return rest === '' ? edition : rest
}
