import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Platform } from '../../src/contract/platform.ts'
import { platformOf, tidy } from '../../src/feeds/platforms/product-name.ts'

const named = (name: string) => platformOf({ name, path: ['Microsoft', 'Apps'] })

describe('a product name', () => {
  it.each([
    ['Windows 11 Version 24H2 for x64-based Systems', 'windows-11.24h2.x64', 'client'],
    ['Windows 11 version 21H2 for ARM64-based Systems', 'windows-11.21h2.arm64', 'client'],
    ['Windows 10 for 32-bit Systems', 'windows-10.1507.32-bit', 'client'],
    ['Windows 8.1 for x64-based systems', 'windows-8-1.rtm.x64', 'client'],
    ['Windows RT 8.1', 'windows-rt-8-1.rtm', 'client'],
    ['Windows 7 for x64-based Systems Service Pack 1', 'windows-7.sp1.x64', 'client'],
    ['Windows Vista x64 Edition Service Pack 2', 'windows-vista.sp2.x64', 'client'],
    ['Windows Server 2016', 'windows-server-2016.rtm', 'server'],
    ['Windows Server 2016  (Server Core installation)', 'windows-server-2016.rtm.server-core', 'server'],
    ['Windows Server 2008 R2 for Itanium-Based Systems Service Pack 1', 'windows-server-2008-r2.sp1.itanium', 'server'],
    ['Windows Server, version 20H2 (Server Core Installation)', 'windows-server.20h2.server-core', 'server'],
    ['Windows Server 2022, 23H2 Edition (Server Core installation)', 'windows-server-2022.23h2.server-core', 'server'],
    ['Microsoft Office 2019 for Mac', 'office.2019.for-mac', 'application'],
    ['Microsoft Office LTSC 2024 for 64-bit editions', 'office.ltsc-2024.64-bit', 'application'],
    ['Microsoft Excel 2010 Service Pack 2 (32-bit editions)', 'office.2010-sp2.excel-32-bit', 'application'],
    ['Microsoft 365 Apps for Enterprise for 32-bit Systems', 'microsoft-365-apps.32-bit', 'application'],
    [
      'Microsoft SQL Server 2014 Service Pack 1 for x64-based Systems (CU)',
      'sql-server.2014-sp1.x64-cu',
      'application',
    ],
    ['Microsoft Exchange Server 2016 Cumulative Update 20', 'exchange-server.2016-cu20', 'application'],
    ['Microsoft SharePoint Enterprise Server 2016', 'sharepoint.enterprise-2016', 'application'],
    ['Microsoft SharePoint Server 2019', 'sharepoint.2019', 'application'],
    ['.NET 8.0 installed on Linux', 'net.8-0.linux', 'application'],
    [
      'Microsoft .NET Framework 3.5 AND 4.8 on Windows Server 2022 (Server Core installation)',
      'net-framework.3-5-4-8.windows-server-2022-server-core',
      'application',
    ],
    [
      'Microsoft Edge (EdgeHTML-based) on Windows 10 Version 1809 for x64-based Systems',
      'microsoft-edge.edgehtml-based.windows-10-1809-x64',
      'application',
    ],
    ['Microsoft Edge (Chromium-based)', 'microsoft-edge.chromium-based', 'application'],
    ['Power BI Desktop', 'apps.power-bi-desktop', 'application'],
    ['CBL Mariner 2.0 ARM', 'cbl-mariner.2-0.arm', 'application'],
  ])('%s is %s, of kind %s', (name, id, kind) => {
    expect([named(name).id, named(name).kind]).toEqual([id, kind])
  })

  it('in other spaces and capitals is the same platform', () => {
    expect(named('Windows Server 2019 (Server Core Installation)').id).toBe(
      named('Windows  Server 2019  (Server Core installation)').id,
    )
  })

  it('of whatever kind becomes a platform of the contract', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 3 }),
        (name, path) => {
          expect(Platform.safeParse(platformOf({ name, path })).error).toBeUndefined()
        },
      ),
    )
  })

  it('in letters that ids do not have is still told from others', () => {
    const [one, other] = ['製品', '商品'].map((name) => platformOf({ name, path: ['社'] }).id)
    expect(one).not.toBe(other)
  })
})

// Documents as Microsoft published them; they are not part of the project.
const real = join('..', 'shared', 'data', 'msrc-cvrf')

describe.skipIf(!existsSync(real))('all product names of real documents', () => {
  const names = existsSync(real)
    ? new Set(
        readdirSync(real).flatMap((file) =>
          [...readFileSync(join(real, file), 'utf8').matchAll(/<prod:FullProductName [^>]*>([^<]+)</g)].map(
            ([, name = '']) => name.replaceAll('&amp;', '&'),
          ),
        ),
      )
    : new Set<string>()

  it('share an id only where they differ in spaces or capitals', () => {
    expect(names.size).toBeGreaterThan(500)
    const twins = [...Map.groupBy(names, (name) => named(name).id).values()].filter(
      (same) => new Set(same.map((name) => tidy(name).toLowerCase())).size > 1,
    )
    expect(twins).toEqual([])
  })

  it('of Windows, Office, .NET, SQL Server, Exchange and SharePoint are all read, none left in its tree', () => {
    const known =
      /^(Microsoft )?(Windows (1|7|8|RT|Vista|Server)|Office (20|LTSC 20|365)|\.NET (F|C|\d)|SQL|Exchange S|SharePoint S)/
    expect([...names].filter((name) => known.test(name) && named(name).family === 'Apps')).toEqual([])
  })
})
