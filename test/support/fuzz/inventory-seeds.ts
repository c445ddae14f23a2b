/** A file of every format of machines, in a few lines. */
import { reportMark } from '../../../src/domain/machines/report-script.ts'
import type { Seed } from './seeds.ts'

const patch = { csname: 'PC-1', hotfix_id: 'KB5060842', installed_on: '6/11/2025' }
const host = { hostIdentifier: 'PC-1', unixTime: 1_750_377_600, decorations: { hostname: 'PC-1' } }
const system = { name: 'Microsoft Windows 11 Pro', version: '10.0.26100', major: '10', build: '26100', arch: '64-bit' }

const computer = {
  CsName: 'SV-7',
  CsDomainRole: 5,
  CsSystemType: 'x64-based PC',
  WindowsInstallationType: 'Server Core',
  OsName: 'Microsoft Windows Server 2019 Standard',
  OsVersion: '10.0.17763',
  OsLocalDateTime: '/Date(1750388400000)/',
  OsHotFixes: [{ HotFixID: 'KB5060531', InstalledOn: '6/15/2025' }],
}

const printed = {
  report: reportMark,
  name: 'SV-1',
  seenAt: '2025-06-20T03:00:00Z',
  caption: 'Microsoft Windows Server 2022 Standard',
  version: '10.0.20348',
  revision: 3692,
  architecture: 'AMD64',
  installation: 'Server',
  domainRole: '3',
  restartPending: true,
  fixes: [{ kb: 'KB5060526', since: '2025-06-15' }],
  history: [{ kb: 'KB5060526', at: '2025-06-15T11:00:00Z', operation: '1', result: '3', code: '0x00240005' }],
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`

export const inventorySeeds = (): Seed[] => [
  {
    name: 'Intune',
    text: lines(
      'Device name,Last check-in,OS version,OS,SkuFamily,ProcessorArchitecture,Primary user display name',
      'PC-1,2025-06-19 08:00:11.0000000,10.0.26100.4349,Windows,Pro,x64,"Ito, ""Hana"""',
      'PC-1,2025-02-19 08:00:11.0000000,10.0.22631.4751,Windows,Pro,x64,渡邉',
      'iPad,2025-06-19 08:00:11.0000000,18.5,iOS/iPadOS,,,',
    ),
  },
  {
    name: 'Configuration Manager',
    text: lines(
      '\uFEFFDeviceName,Operating_System_Name_and0,BuildExt,StateDescription,Title,ArticleID,LastStatusCheckTime,LastErrorCode',
      'PC-1,Microsoft Windows NT Workstation 10.0,10.0.17763.7314,Update is required,for x64-based Systems (KB5060531),5060531,2025-06-20 01:12:40,-2145099774',
      'SV-3,Microsoft Windows NT Advanced Server 6.3,,Detection state unknown,for x64-based Systems (KB5061018),5061018,,0',
    ),
  },
  {
    name: 'Get-HotFix',
    text: lines(
      '#TYPE System.Management.ManagementObject',
      '"PSComputerName","Description","HotFixID","InstalledOn"',
      '"PC-1","Security Update","KB5060842","6/11/2025 12:00:00 AM"',
      '"PC-1","Update","KB5043080","11/20/2024 12:00:00 AM"',
    ),
  },
  {
    name: 'Windows Update history',
    text: lines(
      '"ComputerName","Date","Operation","ResultCode","HResult","Title","KB"',
      '"PC-1","6/13/2025 1:12:00 AM","2","2","0","Cumulative Update (KB5060842)","KB5060842"',
      '"PC-2","2025/06/18 12:30:00","1","4","-2146498530","累積更新プログラム (KB5060999)",""',
    ),
  },
  {
    name: 'systeminfo',
    text: lines(
      'ホスト名:               PC-9',
      'OS 名:                  Microsoft Windows 10 Pro',
      'OS バージョン:          10.0.19045 N/A ビルド 19045',
      'システムの種類:         x64-based PC',
      'ホットフィックス:       2 ホットフィックスがインストールされています。',
      '                        [01]: KB5058379',
      '                        [02]: KB5015684',
    ),
  },
  {
    name: 'systeminfo /FO CSV',
    text: lines(
      '"Host Name","OS Name","OS Version","System Type","Hotfix(s)"',
      '"PC-9","Microsoft Windows 10 Pro","10.0.19045 N/A Build 19045","x64-based PC","1 Hotfix(s) Installed.,[01]: KB5058379"',
    ),
  },
  { name: 'Get-ComputerInfo', text: JSON.stringify([computer, { ...computer, CsName: 'SV-8' }], null, 2) },
  {
    name: 'osquery',
    text: lines(
      JSON.stringify({ snapshot: [system], name: 'os', ...host }),
      JSON.stringify({ snapshot: [patch], name: 'patches', ...host }),
    ),
  },
  { name: 'osqueryi', text: JSON.stringify([patch]) },
  { name: 'our script', text: lines(JSON.stringify(printed), JSON.stringify({ ...printed, name: 'SV-2' })) },
  {
    name: 'plain list',
    text: lines(
      'Name,Platform,Edition,Build,Fixes,Role,Reachable,Last seen',
      'SV-1,Windows Server 2022,Standard,20348.3807,"KB5060526; 5058385",web;kiosk,yes,2025-06-20 10:00',
    ),
  },
]
