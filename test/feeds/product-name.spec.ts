import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Platform } from '../../src/contract/platform.ts'
import { knownProduct, platformOf } from '../../src/feeds/platforms/product-name.ts'
import { slug, tidy } from '../../src/feeds/platforms/slug.ts'
import { productPlatform, type VendorProduct } from '../../src/feeds/platforms/vendor-product.ts'
import { hasRealDocuments, realFiles } from '../support/real-documents.ts'

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
    ['Power BI Desktop', 'power-bi-desktop', 'application'],
    ['Example Player on Windows 10 for 32-bit Systems', 'example-player.windows-10-1507-32-bit', 'application'],
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

  it('is the same platform wherever the product is in the tree', () => {
    const moved = ['Adobe', 'Other', 'Apps'].map((branch) =>
      platformOf({ name: 'Example Player for Windows', path: ['Microsoft', branch] }),
    )
    expect(new Set(moved.map(({ id }) => id)).size).toBe(1)
    expect(moved.map(({ formerIds }) => formerIds)).toEqual([
      ['adobe.example-player-for-windows', 'other.example-player-for-windows'],
      ['other.example-player-for-windows', 'adobe.example-player-for-windows'],
      ['apps.example-player-for-windows'],
    ])
  })

  it.each([
    ['Azure Linux', '3.0', 'azure-linux.3-0.example-tool', 'mariner.example-tool.azure-linux-3-0'],
    ['CBL Mariner', '2.0', 'cbl-mariner.2-0.example-tool', 'mariner.example-tool.cbl-mariner-2-0'],
  ])('of a package is at home in the %s %s that it is for', (family, version, id, former) => {
    const name = `example tool on ${family} ${version}`
    const platform = platformOf({ name, path: ['Microsoft', 'Mariner'] })
    expect(platform).toMatchObject({ id, family, version, variant: 'example tool', label: { en: name } })
    expect(platform.formerIds).toContain(former)
  })

  it('that one of our rules knows has had no other id', () => {
    expect(named('Windows 10 Version 22H2 for x64-based Systems').formerIds).toBeUndefined()
  })
})

/** Names as they differ by a letter, a sign or a mark: much like each other, and never the same. */
const likeNames = fc
  .array(
    fc.constantFrom(
      ...'a c v5 5 20 S7 1500 32 sharp plus net bit lt ge # + < <= > >= . - / _ ( ) & * ! é 製 ①'.split(' '),
      ' ',
      'x'.repeat(70),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join(''))

/** What two names may differ in and still be one. */
const spelt = (name: string) =>
  tidy(name)
    .toLowerCase()
    .replaceAll(/ ?(<=|>=|<|>) ?/g, '$1')

const segment = /^[a-z0-9-]{1,80}$/

describe('a name as a part of an id', () => {
  it.each([
    ['C SDK', 'c-sdk'],
    ['C# SDK', 'c-sharp-sdk'],
    ['C++ Runtime', 'c-plus-plus-runtime'],
    ['< V5.20', 'lt-v5-20'],
    ['<V5.20', 'lt-v5-20'],
    ['>= 5.20', 'ge-5-20'],
    ['SIMATIC S7-1500', 'simatic-s7-1500'],
    ['Office Professional Plus', 'office-professional-plus'],
  ])('%s is %s', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })

  it('is another one for every other name, but for capitals and white space, and whatever the limit', () => {
    fc.assert(
      fc.property(likeNames, likeNames, fc.constantFrom(60, 80), (one, other, length) => {
        expect(slug(one, length)).toMatch(segment)
        expect(slug(one, length).length).toBeLessThanOrEqual(length)
        expect(slug(one, length) === slug(other, length)).toBe(spelt(one) === spelt(other))
      }),
      { numRuns: 500 },
    )
  })

  it('tells the names of Microsoft apart, too', () => {
    fc.assert(
      fc.property(likeNames, likeNames, (one, other) => {
        const [a, b] = [one, other].map((name) => `Example ${name} Tool`)
        fc.pre(a !== undefined && b !== undefined && [a, b].every((name) => knownProduct(name) === null))
        expect(named(a).id === named(b).id).toBe(spelt(a) === spelt(b))
      }),
    )
    expect(named('Office 2019 C# Tool').id).not.toBe(named('Office 2019 C Tool').id)
  })
})

describe('a product that is described by vendor, line and version', () => {
  const product = (more: Partial<VendorProduct>) => productPlatform({ line: 'Pump', label: { en: 'Pump' }, ...more })

  it.each([
    [{ vendor: 'Siemens', line: 'SCALANCE X-200', version: '< V5.2.4' }, 'siemens--scalance-x-200.lt-v5-2-4'],
    [{ vendor: 'Siemens', line: 'SCALANCE X-200', version: '>= V5.2.4' }, 'siemens--scalance-x-200.ge-v5-2-4'],
    [{ vendor: 'Example', line: 'Pump', version: '2', variant: 'x64' }, 'example--pump.2.x64'],
    [{ vendor: 'Example', line: 'Windows 10' }, 'example--windows-10'],
    [{ vendor: 'Microsoft', line: 'Windows 10 Version 1809' }, 'windows-10.1809'],
    [{ line: 'Microsoft SharePoint Server 2019', version: '<16.0.10417.20027' }, 'sharepoint.2019.lt-16-0-10417-20027'],
    [
      {
        vendor: 'Microsoft Corporation',
        line: 'Windows 11 Version 24H2 for x64-based Systems',
        version: '<10.0.26100.1',
      },
      'windows-11.24h2.x64--lt-10-0-26100-1',
    ],
  ])('%j is %s', (given, id) => {
    expect(product(given).id).toBe(id)
  })

  it('has its vendor, and its version as the document gives it', () => {
    expect(product({ vendor: 'Example', version: '<= 2.0' })).toMatchObject({
      vendor: 'Example',
      family: 'Pump',
      version: '<= 2.0',
      variant: null,
    })
  })

  it('is another platform if anything of it differs', () => {
    const some = fc.record({
      vendor: fc.option(likeNames, { nil: undefined }),
      line: likeNames,
      version: fc.option(likeNames, { nil: undefined }),
      variant: fc.option(likeNames, { nil: undefined }),
    })
    const told = ({ vendor, line, version, variant }: Omit<VendorProduct, 'label'>) =>
      JSON.stringify([vendor ?? '', line, version ?? '', variant ?? ''].map(spelt))
    fc.assert(
      fc.property(some, some, (one, other) => {
        fc.pre(spelt(one.line) !== '' && spelt(other.line) !== '')
        const [a, b] = [product(one), product(other)]
        expect(Platform.safeParse(a).error).toBeUndefined()
        expect(a.id === b.id).toBe(told(one) === told(other))
      }),
      { numRuns: 500 },
    )
  })
})

describe.skipIf(!hasRealDocuments)('all product names of real documents', () => {
  const names = new Set(
    realFiles('msrc-cvrf').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<prod:FullProductName [^>]*>([^<]+)</g)].map(([, name = '']) =>
        name.replaceAll('&amp;', '&'),
      ),
    ),
  )

  it('share an id only where they differ in spaces or capitals', () => {
    expect(names.size).toBeGreaterThan(500)
    const twins = [...Map.groupBy(names, (name) => named(name).id).values()].filter(
      (same) => new Set(same.map((name) => tidy(name).toLowerCase())).size > 1,
    )
    expect(twins).toEqual([])
  })

  it('of Windows, Office, .NET, SQL Server, Exchange and SharePoint are all read by a rule', () => {
    const known =
      /^(Microsoft )?(Windows (1|7|8|RT|Vista|Server)|Office (20|LTSC 20|365)|\.NET (F|C|\d)|SQL|Exchange S|SharePoint S)/
    expect([...names].filter((name) => known.test(name) && knownProduct(name) === null)).toEqual([])
  })
})
