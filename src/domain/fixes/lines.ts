/** Which fixes of a platform are updated together, and whether the newest of them has all before it. */
import type { FixLine } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { familyOf } from '../platforms/platforms.ts'
import { isWindows } from '../platforms/windows.ts'
import type { FixPackage } from './facts.ts'

export type LineName = Pick<FixLine, 'line' | 'name'>

/** How many of the first numbers builds need alike to be compared: those of Windows three; those of Exchange two, of which a fix lists the builds of all versions. */
export const leadingNumbers = (platform: PlatformId): number =>
  isWindows(platform) ? 3 : familyOf(platform) === 'exchange-server' ? 2 : 0

/** Windows 10 and 11, and Windows Server since 2016: each of their updates has all before it. */
const modernWindows = /^windows-(1[01]|server(?!-20(00|03|08|12)\b))(?!\d)/

/** Programs whose updates have all before them. SQL Server's two branches are two platforms. */
const cumulativePrograms = new Set([
  'adobe-flash-player',
  'exchange-server',
  'internet-explorer',
  'microsoft-edge',
  'net',
  'powershell',
  'sql-server',
  'visual-studio',
])

/** Whether a plain update of the platform has all before it. Of .NET Framework, where the Windows that it is for is a modern one. */
export function isCumulative(platform: PlatformId): boolean {
  const [family = '', , variant = ''] = platform.split('.')
  return modernWindows.test(family === 'net-framework' ? variant : family) || cumulativePrograms.has(family)
}

/** The line of a package on a platform. */
export function lineOf(platform: PlatformId, { kind, label }: Pick<FixPackage, 'kind' | 'label'>): LineName {
  if (label !== null) return { line: 'program', name: label }
  if (kind === 'internet-explorer' || kind === 'servicing-stack') return { line: kind }
  return { line: kind !== 'update' || isCumulative(platform) ? 'cumulative' : 'separate' }
}

/** How a platform of Windows is called in the platforms of programs on it: `windows-10-1607-x64`, `windows-server-2016`. */
const nameOnPrograms = (platform: PlatformId) => platform.replace(/\.rtm\b/, '').replaceAll('.', '-')

/** Whether a platform is a program on this Windows, such as .NET Framework 4.8 on Windows 10 1607. */
export const isProgramOn = (program: PlatformId, windows: PlatformId): boolean =>
  isWindows(windows) && program.split('.').at(-1) === nameOnPrograms(windows)
