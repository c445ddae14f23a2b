/** Which Windows has which build: the name of a machine's Windows often says another one. */
import type { PlatformId } from '../../contract/platform.ts'

/** The versions of a build, without the machine's architecture; null where there is none. */
type OfBuild = { client: PlatformId | null; server: PlatformId | null }

const of = (client: PlatformId | null, server: PlatformId | null): OfBuild => ({ client, server })

/** By the number of the build. Microsoft, "Windows release information" and "Windows Server release information". */
const versions: ReadonlyMap<string, OfBuild> = new Map([
  ['6000', of('windows-vista.rtm', null)],
  ['6001', of('windows-vista.sp1', 'windows-server-2008.rtm')],
  ['6002', of('windows-vista.sp2', 'windows-server-2008.sp2')],
  ['6003', of(null, 'windows-server-2008.sp2')],
  ['7600', of('windows-7.rtm', 'windows-server-2008-r2.rtm')],
  ['7601', of('windows-7.sp1', 'windows-server-2008-r2.sp1')],
  ['9200', of('windows-8.rtm', 'windows-server-2012.rtm')],
  ['9600', of('windows-8-1.rtm', 'windows-server-2012-r2.rtm')],
  ['10240', of('windows-10.1507', null)],
  ['10586', of('windows-10.1511', null)],
  ['14393', of('windows-10.1607', 'windows-server-2016.rtm')],
  ['15063', of('windows-10.1703', null)],
  ['16299', of('windows-10.1709', 'windows-server.1709')],
  ['17134', of('windows-10.1803', 'windows-server.1803')],
  ['17763', of('windows-10.1809', 'windows-server-2019.rtm')],
  ['18362', of('windows-10.1903', 'windows-server.1903')],
  ['18363', of('windows-10.1909', 'windows-server.1909')],
  ['19041', of('windows-10.2004', 'windows-server.2004')],
  ['19042', of('windows-10.20h2', 'windows-server.20h2')],
  ['19043', of('windows-10.21h1', null)],
  ['19044', of('windows-10.21h2', null)],
  ['19045', of('windows-10.22h2', null)],
  ['20348', of(null, 'windows-server-2022.rtm')],
  ['22000', of('windows-11.21h2', null)],
  ['22621', of('windows-11.22h2', null)],
  ['22631', of('windows-11.23h2', null)],
  ['25398', of(null, 'windows-server-2022.23h2')],
  ['26100', of('windows-11.24h2', 'windows-server-2025.rtm')],
  ['26200', of('windows-11.25h2', null)],
])

/** The versions that have a build such as `10.0.26100.4349`; null where it is of none. */
export const versionsOfBuild = (build: string): OfBuild | null => versions.get(build.split('.')[2] ?? '') ?? null

/**
 * The versions that a name tells without a build: of these there is one only. Others have several of the same name, as
 * Windows 11 and Windows Server 2022 do, whose 23H2 Edition names itself like it.
 */
const named: readonly (readonly [RegExp, OfBuild])[] = [
  [/\bNT (?:Workstation|(?:Advanced )?Server) 6\.3\b/i, of('windows-8-1.rtm', 'windows-server-2012-r2.rtm')],
  [/\bNT (?:Workstation|(?:Advanced )?Server) 6\.2\b/i, of('windows-8.rtm', 'windows-server-2012.rtm')],
  [/\bServer 2012 R2\b/i, of(null, 'windows-server-2012-r2.rtm')],
  [/\bServer 2012\b(?! R2)/i, of(null, 'windows-server-2012.rtm')],
  [/\bServer 2016\b/i, of(null, 'windows-server-2016.rtm')],
  [/\bServer 2019\b/i, of(null, 'windows-server-2019.rtm')],
  [/\bServer 2025\b/i, of(null, 'windows-server-2025.rtm')],
  [/\bWindows 8\.1\b/i, of('windows-8-1.rtm', null)],
]

/** The versions that the name of a machine's Windows tells by itself; null where it could be of several. */
export const versionsOfCaption = (caption: string): OfBuild | null =>
  named.find(([pattern]) => pattern.test(caption.replaceAll(/[®™]|\(R\)|\(TM\)/gi, '')))?.[1] ?? null
