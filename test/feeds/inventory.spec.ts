import { describe, expect, it } from 'vitest'
import type { LineFault } from '../../src/contract/inventory.ts'
import { readInventory } from '../../src/feeds/inventory/read.ts'
import { FileRefused } from '../../src/feeds/inventory/refused.ts'
import type { ReadingHow } from '../../src/feeds/inventory/gather.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, how: Partial<ReadingHow> = {}) =>
  readInventory(typeof text === 'string' ? bytesOf(text) : text, { zone: 'UTC', ...how })

/** The reports of a file by the name of their machine. */
const reportsOf = (text: string | Uint8Array, how?: Partial<ReadingHow>) =>
  Object.fromEntries(read(text, how).machines.map(({ report: { name, ...report } }) => [name, report]))

const faultsOf = (text: string, how?: Partial<ReadingHow>): [line: number, fault: LineFault, value: string | null][] =>
  read(text, how).problems.map(({ line, fault, value }) => [line, fault, value])

/** Why a file is refused whole; null where it is read. */
function refusalOf(text: string | Uint8Array, how?: Partial<ReadingHow>) {
  try {
    read(text, how)
    return null
  } catch (error) {
    if (error instanceof FileRefused) return error.fault
    throw error
  }
}

const intuneHead =
  'Device ID,Device name,Last check-in,OS version,Primary user display name,OS,SkuFamily,ProcessorArchitecture'
const intune = (...lines: string[]) => [intuneHead, ...lines, ''].join('\r\n')

describe('a list of devices from Intune', () => {
  const list = intune(
    'a1,PC-1,2025-06-19 08:00:11.0000000,10.0.26100.4349,"Ito, ""Hana"" 髙橋",Windows,Pro,x64',
    'a2,PC-2,2025-02-01 08:00:11.0000000,10.0.22631.4751,渡邉,Windows,Enterprise,arm64',
    'a3,PC-2,2025-06-20 09:00:00.0000000,10.0.22631.5335,渡邉,Windows,Enterprise,arm64',
    'a4,iPad 受付,2025-06-19 08:00:11.0000000,18.5,,iOS/iPadOS,,',
    'a5,PC-3,0001-01-01 00:00:00.0000000,10.0.19045.5965,,Windows,,x64',
  )

  it('gives each machine once, from its newest enrolment', () => {
    expect(reportsOf(list)).toEqual({
      'PC-1': {
        kind: 'intune',
        seenAt: '2025-06-19T08:00:11Z',
        build: '10.0.26100.4349',
        architecture: 'x64',
        edition: 'Pro',
        installation: 'client',
      },
      'PC-2': {
        kind: 'intune',
        seenAt: '2025-06-20T09:00:00Z',
        build: '10.0.22631.5335',
        architecture: 'arm64',
        edition: 'Enterprise',
        installation: 'client',
      },
      'PC-3': { kind: 'intune', seenAt: null, build: '10.0.19045.5965', architecture: 'x64' },
    })
  })

  it('tells the older enrolment and the devices without Windows, and takes neither', () => {
    expect(read(list).passedOver).toEqual([
      { line: 3, name: 'PC-2', why: 'older-entry' },
      { line: 5, name: 'iPad 受付', why: 'not-windows' },
    ])
  })

  it('keeps no name of a person', () => {
    expect(JSON.stringify(read(list))).not.toMatch(/Ito|髙橋|渡邉/)
  })
})

describe('the fixes that Get-HotFix lists', () => {
  const rows = [
    '"PC-1","Security Update","KB5060842","NT AUTHORITY\\SYSTEM","6/11/2025 12:00:00 AM"',
    '"PC-1","Update","KB5043080","CORP\\ito","11/20/2024 12:00:00 AM"',
    '"SV-6","Security Update","KB5060526","NT AUTHORITY\\SYSTEM",""',
  ]
  const list = ['"PSComputerName","Description","HotFixID","InstalledBy","InstalledOn"', ...rows].join('\r\n')
  const known = {
    'PC-1': {
      kind: 'get-hotfix',
      seenAt: null,
      fixes: [
        { kb: 'KB5060842', since: '2025-06-11' },
        { kb: 'KB5043080', since: '2024-11-20' },
      ],
    },
    'SV-6': { kind: 'get-hotfix', seenAt: null, fixes: [{ kb: 'KB5060526' }] },
  }

  it('come with their days, where one day of the file tells which number is the month', () => {
    expect(reportsOf(list)).toEqual(known)
  })

  it('are the same behind the line by which PowerShell names their type, and with semicolons', () => {
    expect(reportsOf(`#TYPE System.Management.ManagementObject#root\\cimv2\\X\r\n${list}`)).toEqual(known)
    expect(reportsOf(list.replaceAll('","', '";"'))).toEqual(known)
  })

  it('come without days where 6/11 may be in June or in November, unless somebody says which', () => {
    const unclear = list.replace('11/20/2024', '5/4/2024')
    expect(reportsOf(unclear)['PC-1']?.fixes).toEqual([{ kb: 'KB5060842' }, { kb: 'KB5043080' }])
    expect(read(unclear).notices).toEqual([{ notice: 'days-left-out', times: 2 }])
    expect(reportsOf(unclear, { dates: 'day-first' })['PC-1']?.fixes?.[0]).toEqual({
      kb: 'KB5060842',
      since: '2025-11-06',
    })
  })

  it('have Japanese days and the days of tools that write dots', () => {
    const day = (text: string) => reportsOf(list.replace('6/11/2025 12:00:00 AM', text))['PC-1']?.fixes?.[0]?.since
    expect(day('2025/06/11 0:00:00')).toBe('2025-06-11')
    expect(day('11.06.2025 00:00:00')).toBe('2025-06-11')
  })

  it('are left out whole where one line of the machine cannot be read, and the others are taken', () => {
    const broken = list.replace('KB5043080', 'KB-five')
    expect(faultsOf(broken)).toEqual([[3, 'kb', 'KB-five']])
    expect(Object.keys(reportsOf(broken))).toEqual(['SV-6'])
    expect(read(broken).passedOver).toEqual([{ line: 2, name: 'PC-1', why: 'problem' }])
  })

  it('belong to the machine that is named beside the file where it names none', () => {
    const own = 'HotFixID,InstalledOn\nKB5060842,2025-06-11\n'
    expect(faultsOf(own)).toEqual([[2, 'no-name', null]])
    expect(Object.keys(reportsOf(own, { machine: 'PC-9' }))).toEqual(['PC-9'])
  })
})

describe('a status list of Configuration Manager', () => {
  const head =
    'DeviceName,Operating_System_Name_and0,BuildExt,StateDescription,Title,ArticleID,LastStatusCheckTime,LastErrorCode'
  const list = [
    head,
    'PC-1,Microsoft Windows NT Workstation 10.0,10.0.17763.7314,Update is required,2025-06 Cumulative Update for Windows 10 Version 1809 for x64-based Systems (KB5060531),5060531,2025-06-20 01:12:40,-2145099774',
    'SV-2,Microsoft Windows NT Advanced Server 10.0,10.0.26100.4270,Update is not required,Cumulative Update for x64-based Systems (KB5060842),5060842,2025-06-20 03:00:00,0',
    'SV-2,Microsoft Windows NT Advanced Server 10.0,10.0.26100.4270,Update is installed,Hotpatch for x64-based Systems (KB5060841),5060841,2025-06-20 03:12:42,0',
    'SV-3,Microsoft Windows NT Advanced Server 6.3,,Detection state unknown,Monthly Rollup for x64-based Systems (KB5061018),5061018,,0',
  ].join('\n')

  it('gives the state of each update, the code of an error, and what updates tell of the processor', () => {
    expect(reportsOf(list)).toEqual({
      'PC-1': {
        kind: 'configmgr',
        seenAt: '2025-06-20T01:12:40Z',
        caption: 'Microsoft Windows NT Workstation 10.0',
        build: '10.0.17763.7314',
        architecture: 'x64',
        states: [{ kb: 'KB5060531', state: 'required', code: '0x80246002' }],
      },
      'SV-2': {
        kind: 'configmgr',
        seenAt: '2025-06-20T03:12:42Z',
        caption: 'Microsoft Windows NT Advanced Server 10.0',
        build: '10.0.26100.4270',
        architecture: 'x64',
        states: [
          { kb: 'KB5060842', state: 'not-required' },
          { kb: 'KB5060841', state: 'installed' },
        ],
      },
      'SV-3': {
        kind: 'configmgr',
        seenAt: null,
        caption: 'Microsoft Windows NT Advanced Server 6.3',
        states: [{ kb: 'KB5061018', state: 'unknown' }],
      },
    })
  })

  it('is read in the zone that is said, and tells how many times had none', () => {
    expect(reportsOf(list, { zone: 'Asia/Tokyo' })['PC-1']?.seenAt).toBe('2025-06-19T16:12:40Z')
    expect(read(list).notices).toEqual([{ notice: 'local-times', times: 3 }])
  })

  it('tells a state that it does not know', () => {
    expect(faultsOf(list.replace('Update is installed', 'Perhaps'))).toEqual([[4, 'state', 'Perhaps']])
  })
})

describe('the history of Windows Update', () => {
  const head = '"ComputerName","Date","Operation","ResultCode","HResult","Title","KB"'
  const list = [
    head,
    '"PC-1","6/13/2025 1:12:00 AM","2","2","0","Cumulative Update (KB5060842)","KB5060842"',
    '"PC-1","6/12/2025 6:44:00 PM","1","2","0","Cumulative Update (KB5060842)","KB5060842"',
    '"PC-2","2025/06/18 12:30:00","1","4","-2146498530","累積更新プログラム (KB5060999)",""',
    '"SV-6","6/15/2025 8:00:00 PM","1","3","2359301","Cumulative Update (KB5060526)","KB5060526"',
    '"SV-6","6/15/2025 8:10:00 PM","1","2","0","Intel - net - 12.19.2",""',
  ].join('\r\n')

  it('gives what was installed, removed and failed, with the code, and what waits for a restart', () => {
    const attempts = Object.fromEntries(read(list).machines.map(({ report }) => [report.name, report.attempts]))
    expect(attempts).toEqual({
      'PC-1': [
        { kb: 'KB5060842', at: '2025-06-13T01:12:00Z', outcome: 'removed' },
        { kb: 'KB5060842', at: '2025-06-12T18:44:00Z', outcome: 'installed' },
      ],
      'PC-2': [{ kb: 'KB5060999', at: '2025-06-18T12:30:00Z', outcome: 'failed', code: '0x800F081E' }],
      'SV-6': [{ kb: 'KB5060526', at: '2025-06-15T20:00:00Z', outcome: 'restart-pending', code: '0x00240005' }],
    })
    expect(read(list).notices).toContainEqual({ notice: 'no-kb', times: 1 })
  })

  it('is refused where its days may be read in two ways, unless somebody says how', () => {
    const unclear = list.replaceAll(/6\/1[35]\/2025/g, '6/5/2025')
    expect(refusalOf(unclear)).toBe('date-order')
    expect(refusalOf(unclear, { dates: 'month-first' })).toBeNull()
  })
})

const systeminfo = [
  '',
  'ホスト名:               PC-9',
  'OS 名:                  Microsoft Windows 10 Pro',
  'OS バージョン:          10.0.19045 N/A ビルド 19045',
  'OS 構成:                メンバー ワークステーション',
  '登録されている所有者:   伊藤 花',
  'システムの種類:         x64-based PC',
  '仮想メモリ: 最大サイズ: 18,825 MB',
  'ホットフィックス:       2 ホットフィックスがインストールされています。',
  '                        [01]: KB5058379',
  '                        [02]: KB5015684',
  'ネットワーク カード:    1 NIC(s) インストール済みです。',
  '                        [01]: Example Adapter',
  '',
].join('\r\n')

describe('what systeminfo prints', () => {
  const known = {
    'PC-9': {
      kind: 'systeminfo',
      seenAt: null,
      caption: 'Microsoft Windows 10 Pro',
      build: '10.0.19045',
      architecture: 'x64',
      fixes: [{ kb: 'KB5058379' }, { kb: 'KB5015684' }],
    },
  }

  it('is read in Japanese, as UTF-8 and as UTF-16 with and without its mark', () => {
    expect(reportsOf(systeminfo)).toEqual(known)
    for (const mark of ['\uFEFF', ''])
      expect(
        reportsOf(
          new Uint8Array(Buffer.from(mark + systeminfo.trimStart().replace(/^ホスト名:/, 'Host Name:'), 'utf16le')),
        ),
      ).toEqual(known)
  })

  it('is read as a Japanese console writes it', () => {
    // "ホスト名: A", "OS 名: X", "OS バージョン: 6.3.9600 N/A" in Shift_JIS.
    const console = [
      0x83, 0x7a, 0x83, 0x58, 0x83, 0x67, 0x96, 0xbc, 0x3a, 0x20, 0x41, 0x0d, 0x0a, 0x4f, 0x53, 0x20, 0x83, 0x6f, 0x81,
      0x5b, 0x83, 0x57, 0x83, 0x87, 0x83, 0x93, 0x3a, 0x20, 0x36, 0x2e, 0x33, 0x2e, 0x39, 0x36, 0x30, 0x30, 0x0d, 0x0a,
    ]
    expect(read(new Uint8Array([...console, ...bytesOf('Hotfix(s): N/A\r\n')])).machines[0]?.report).toEqual({
      name: 'A',
      kind: 'systeminfo',
      seenAt: null,
      build: '6.3.9600',
    })
  })

  it('is read in English, of a domain controller with a service pack', () => {
    const english = [
      'Host Name:                 SV-1',
      'OS Name:                   Microsoft Windows Server 2008 R2 Standard ',
      'OS Version:                6.1.7601 Service Pack 1 Build 7601',
      'OS Configuration:          Primary Domain Controller',
      'System Type:               x64-based PC',
      'Hotfix(s):                 2 Hotfix(s) Installed.',
      '                           [01]: File 1',
      '                           [02]: KB5061036',
    ].join('\n')
    expect(reportsOf(english)).toEqual({
      'SV-1': {
        kind: 'systeminfo',
        seenAt: null,
        caption: 'Microsoft Windows Server 2008 R2 Standard Service Pack 1',
        build: '6.1.7601',
        architecture: 'x64',
        roles: ['domain-controller'],
        fixes: [{ kb: 'KB5061036' }],
      },
    })
  })

  it('is not taken where fewer fixes are there than it counts, or its end is gone', () => {
    expect(faultsOf(systeminfo.replace(/\r\n *\[02\]: KB\d+/, ''))).toEqual([[9, 'fixes', expect.any(String)]])
    expect(faultsOf(systeminfo.slice(0, systeminfo.indexOf('ホットフィックス')))).toEqual([[2, 'fixes', null]])
  })

  it('is read as CSV, too', () => {
    const csv = [
      '"Host Name","OS Name","OS Version","OS Configuration","System Type","Hotfix(s)"',
      '"PC-9","Microsoft Windows 10 Pro","10.0.19045 N/A Build 19045","Member Workstation","x64-based PC","2 Hotfix(s) Installed.,[01]: KB5058379,[02]: KB5015684"',
    ].join('\r\n')
    expect(reportsOf(csv)).toEqual(known)
  })
})

describe('what Get-ComputerInfo gives', () => {
  const info = {
    WindowsProductName: 'Windows 10 Pro',
    WindowsRegisteredOwner: 'Hana Ito',
    WindowsInstallationType: 'Server Core',
    BiosSeralNumber: 'SN-123',
    CsName: 'SV-7',
    CsDomainRole: 5,
    CsSystemType: 'x64-based PC',
    OsName: 'Microsoft Windows Server 2019 Standard',
    OsVersion: '10.0.17763',
    OsArchitecture: '64 ビット',
    OsLocalDateTime: '/Date(1750388400000)/',
    OsHotFixes: [{ HotFixID: 'KB5060531', InstalledOn: '6/5/2025' }],
  }
  const known = {
    kind: 'computer-info',
    seenAt: '2025-06-20T03:00:00Z',
    caption: 'Microsoft Windows Server 2019 Standard',
    build: '10.0.17763',
    architecture: 'x64',
    installation: 'server-core',
    roles: ['domain-controller'],
    fixes: [{ kb: 'KB5060531', since: '2025-06-05' }],
  }

  it('is read as one machine or as a list, and keeps neither owner nor serial number', () => {
    expect(reportsOf(JSON.stringify(info))).toEqual({ 'SV-7': known })
    const list = JSON.stringify([info, { ...info, CsName: 'SV-8', OsHotFixes: null }], null, 2)
    const { fixes: _, ...without } = known
    expect(reportsOf(list)).toEqual({ 'SV-7': known, 'SV-8': without })
    expect(read(list).machines.map(({ line }) => line)).toEqual([2, 21])
    expect(JSON.stringify(read(list))).not.toMatch(/Ito|SN-123/)
  })

  it('is not taken where PowerShell has shortened the fixes to the name of their type', () => {
    const short = { ...info, OsHotFixes: ['Microsoft.PowerShell.Commands.HotFix'] }
    expect(faultsOf(JSON.stringify(short))).toEqual([[1, 'fixes', 'Microsoft.PowerShell.Commands.HotFix']])
  })
})

describe('a log of osquery', () => {
  const host = { hostIdentifier: '1E56A994-1D59-5B21-B1EF-BE0CE34D24A3', decorations: { hostname: 'PC-1' } }
  const patch = { csname: 'PC-1', hotfix_id: 'KB5060842', installed_on: '6/11/2025', installed_by: 'CORP\\ito' }
  const system = {
    name: 'Microsoft Windows 11 Pro',
    version: '10.0.26100',
    major: '10',
    build: '26100',
    platform: 'windows',
    arch: '64-bit',
  }
  const lines = [
    { snapshot: [system], name: 'pack_os', unixTime: 1_750_377_600, ...host },
    { snapshot: [patch], name: 'pack_patches', unixTime: 1_750_377_600, ...host },
    { snapshot: [], name: 'pack_patches', unixTime: 1_750_000_000, ...host },
    { snapshot: [{ ...system, platform: 'darwin' }], name: 'pack_os', unixTime: 1, hostIdentifier: 'mac-1' },
  ].map((line) => JSON.stringify(line))

  it('gives what the newest snapshot of each query says, under the name of the host', () => {
    expect(reportsOf(lines.join('\n'))).toEqual({
      'PC-1': {
        kind: 'osquery',
        seenAt: '2025-06-20T00:00:00Z',
        caption: 'Microsoft Windows 11 Pro',
        build: '10.0.26100',
        architecture: 'x64',
        fixes: [{ kb: 'KB5060842', since: '2025-06-11' }],
      },
    })
    expect(read(lines.join('\n')).passedOver).toEqual([{ line: 4, name: 'mac-1', why: 'not-windows' }])
  })

  it('tells the line that is broken', () => {
    expect(faultsOf([...lines, '{"snapshot": [{"na'].join('\n'))).toEqual([[5, 'json', null]])
  })

  it('is read as the rows of a console, which name their machine or are refused', () => {
    expect(reportsOf(JSON.stringify([patch]))).toEqual({
      // Fixes alone do not take the place of a report that says which Windows it is.
      'PC-1': { kind: 'osquery-patches', seenAt: null, fixes: [{ kb: 'KB5060842', since: '2025-06-11' }] },
    })
    expect(refusalOf(JSON.stringify([system]))).toBe('no-machine-name')
  })
})

describe('a plain list', () => {
  it('is read with English and with Japanese headings', () => {
    const english =
      'Name,Platform,Edition,Build,Fixes,Role,Reachable,Last seen\nSV-1,Windows Server 2022,Standard,20348.3807,"KB5060526; 5058385",web;kiosk,yes,2025-06-20 10:00\n'
    const japanese =
      '名前,プラットフォーム,エディション,ビルド,修正プログラム,役割,インターネットから,最終確認\nSV-1,Windows Server 2022,Standard,10.0.20348.3807,KB5060526、KB5058385,web、kiosk,はい,2025/06/20 10:00\n'
    const known = {
      kind: 'table',
      seenAt: '2025-06-20T10:00:00Z',
      platform: 'Windows Server 2022',
      edition: 'Standard',
      build: '10.0.20348.3807',
      fixes: [{ kb: 'KB5060526' }, { kb: 'KB5058385' }],
      roles: ['web', 'kiosk'],
      reachable: 'yes',
    }
    expect(reportsOf(english)).toEqual({ 'SV-1': known })
    expect(reportsOf(japanese)).toEqual({ 'SV-1': known })
  })

  it.each(['2025-06-20 24:30', '2025-02-30 10:00', '2025-06-20 10:00+99:99', 'yesterday'])(
    'tells %s as no time, and reads the others',
    (moment) => {
      const list = `name,last seen\nPC-1,${moment}\nPC-2,2025-06-20T10:00:00+09:00\n`
      expect(faultsOf(list)).toEqual([[2, 'date', moment]])
      expect(reportsOf(list)['PC-2']?.seenAt).toBe('2025-06-20T01:00:00Z')
    },
  )

  it('tells each cell that it cannot read with its line', () => {
    const list =
      'name,build,fixes,reachable\n"PC 1",,,\nPC-2,newest,,\nPC-3,,KB1,\nPC-4,,,perhaps\nPC-5,,,\nPC-5,,,\nPC-6,\n'
    expect(faultsOf(list)).toEqual([
      [2, 'name', 'PC 1'],
      [3, 'build', 'newest'],
      [4, 'fixes', 'KB1'],
      [5, 'reachable', 'perhaps'],
      [7, 'twice', 'PC-5'],
      [8, 'cells', null],
    ])
  })
})

describe('a file of which nothing can be read', () => {
  it.each<[why: ReturnType<typeof refusalOf>, file: string | Uint8Array]>([
    ['empty', ''],
    ['empty', ' \n'],
    ['archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14])],
    ['workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytesOf('[Content_Types].xml')])],
    ['encoding', new Uint8Array([0x61, 0xff, 0xff, 0x0a])],
    ['not-known', 'product,price\napple,1\n'],
    ['not-known', '<html></html>'],
    ['not-known', '{"vulnerabilities": []}'],
    ['broken', '{"CsName": "PC-1", "OsHotFixes": ['],
    ['no-machines', `${intuneHead}\n`],
  ])('is refused as %s', (why, file) => {
    expect(refusalOf(file)).toBe(why)
  })
})
