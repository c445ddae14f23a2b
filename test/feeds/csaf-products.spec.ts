import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletinOf } from '../../src/feeds/csaf/bulletin.ts'
import { readableVersion } from '../../src/feeds/csaf/version-range.ts'
import { advisoryWith, branchTo, platformAt, type Tree } from './csaf-parts.ts'

const valve = 'vendor: Example / product_name: Valve'

describe('the platform of a product', () => {
  it.each([
    {
      what: 'has the range that only its branch tells',
      path: `${valve} / product_version_range: < V5.20`,
      name: 'Valve',
      id: 'example--valve.lt-v5-20',
      parts: ['Example', 'Valve', '< V5.20', null],
      label: 'Valve < V5.20',
    },
    {
      what: 'has the range where its name has the bare number',
      path: `${valve} / product_version_range: <= 5.028`,
      name: 'Valve 5.028',
      id: 'example--valve.le-5-028',
      parts: ['Example', 'Valve', '<= 5.028', null],
      label: 'Valve <= 5.028',
    },
    {
      what: 'goes by the name that its publisher gives, where this says everything',
      path: `${valve} / product_version: 2.0`,
      name: 'Example Valve 2.0',
      id: 'example--valve.2-0',
      parts: ['Example', 'Valve', '2.0', null],
      label: 'Example Valve 2.0',
    },
    {
      what: 'keeps a short version that is part of a number in the name',
      path: 'vendor: Example / product_name: Valve 3000 / product_version: 3',
      name: 'Valve 3000',
      id: 'example--valve-3000.3',
      parts: ['Example', 'Valve 3000', '3', null],
      label: 'Valve 3000 3',
    },
    {
      what: 'says of a range in plain signs which versions it means',
      path: `${valve} / product_version_range: vers:semver/>=1.0|<1.4|2.0`,
      name: 'Valve',
      id: 'example--valve.ge-1-0-lt-1-4-2-0-',
      parts: ['Example', 'Valve', '>=1.0 <1.4, 2.0', null],
      label: 'Valve >=1.0 <1.4, 2.0',
    },
    {
      what: 'has what its name tells besides its branches',
      path: `${valve} / product_version_range: < 23.01`,
      name: 'Valve: BIOS prior to V23.01',
      id: 'example--valve.lt-23-01.bios',
      parts: ['Example', 'Valve', '< 23.01', 'BIOS'],
      label: 'Valve BIOS < 23.01',
    },
    {
      what: 'goes by a name that is a sentence, with the version',
      path: `${valve} / product_version_range: < 6.4`,
      name: 'Valve: builds of the summer which were sold in shops',
      id: 'example--valve.lt-6-4',
      parts: ['Example', 'Valve', '< 6.4', null],
      label: 'Valve: builds of the summer which were sold in shops < 6.4',
    },
    {
      what: 'is told by service pack and machine within its version',
      path: `${valve} OS / product_version: 12 / service_pack: SP2 / architecture: arm64`,
      name: 'Valve OS 12 SP2 (arm64)',
      id: 'example--valve-os.12.sp2-arm64',
      parts: ['Example', 'Valve OS', '12', 'SP2 arm64'],
      label: 'Valve OS 12 SP2 (arm64)',
    },
    {
      what: 'of a flat list is its name, made by the publisher',
      path: '',
      name: 'Valve 7',
      id: 'example-pumps--valve-7',
      parts: ['Example Pumps', 'Valve 7', null, null],
      label: 'Valve 7',
    },
    {
      what: 'of Windows is the Windows that it is, whoever publishes the document',
      path: '',
      name: 'Windows 11 Version 24H2 for x64-based Systems',
      id: 'windows-11.24h2.x64',
      parts: [undefined, 'Windows 11', '24H2', 'x64'],
      label: 'Windows 11 Version 24H2 for x64-based Systems',
    },
    {
      what: 'with a name of Office that another vendor has is that vendor’s',
      path: 'vendor: Example / product_name: Office 2031 / product_version: 1',
      name: 'Office 2031 1',
      id: 'example--office-2031.1',
      parts: ['Example', 'Office 2031', '1', null],
      label: 'Office 2031 1',
    },
  ])('$what', ({ path, name, id, parts, label }) => {
    const platform = platformAt(path, name)
    const { vendor, family, version, variant } = platform
    expect([vendor, family, version, variant]).toEqual(parts)
    expect(platform.label.en).toBe(label)
    expect(platform.id.startsWith(id)).toBe(true)
  })

  it('says "all versions" in both languages', () => {
    const { id, version, label } = platformAt(`${valve} / product_version_range: vers:all/*`, 'Valve: All versions')
    expect([id, version]).toEqual(['example--valve.all', '*'])
    expect(label).toEqual({ ja: 'Valve (全バージョン)', en: 'Valve (all versions)' })
  })

  it('has no vendor where only a coordinator speaks of it', () => {
    const publisher = { category: 'coordinator', name: 'Example CERT', namespace: 'https://cert.example' }
    expect(platformAt('', 'Valve 7', { publisher }).vendor).toBeUndefined()
  })

  it('is found by the id that it had while versions were left out', () => {
    const platform = platformAt(`${valve} / product_version_range: >= V5.20`, 'Valve')
    expect(platform.formerIds).toEqual(['valve.valve'])
  })

  it('is another one for every other vendor, product or range', () => {
    const word = fc.constantFrom('Example', 'Valve', 'Valve+', 'Valve#', '1.0', '1.0.0', '10', 'v1')
    const range = fc.tuple(fc.constantFrom('', '<', '<=', '>', '>='), word).map((parts) => parts.join(''))
    const product = fc.record({ vendor: word, line: word, range })
    const at = ({ vendor, line, range: version }: { vendor: string; line: string; range: string }) =>
      platformAt(`vendor: ${vendor} / product_name: ${line} / product_version_range: ${version}`, line)
    fc.assert(
      fc.property(product, product, (a, b) => {
        expect(at(a).id === at(b).id).toBe(JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase())
        expect(at(a).label.en).toContain(a.range)
      }),
    )
  })
})

describe('two products of one document', () => {
  const both = (tree: Tree, status: Record<string, string[]>) =>
    bulletinOf(advisoryWith(tree, [{ cve: 'CVE-2031-0001', product_status: status }])).bulletin.platforms

  it('that differ in their range alone have their own status', () => {
    const tree = {
      branches: [
        branchTo(`${valve} / product_version_range: <2.0`, { id: 'P1', name: 'Valve' }),
        branchTo(`${valve} / product_version_range: >=2.0`, { id: 'P2', name: 'Valve' }),
      ],
    }
    expect(both(tree, { known_affected: ['P1'], known_not_affected: ['P2'] })).toEqual([
      { platform: 'example--valve.lt-2-0', rating: 'unrated' },
      { platform: 'example--valve.ge-2-0', rating: 'none' },
    ])
  })

  it('that differ in their family alone are two', () => {
    const tree = {
      branches: ['Hardware', 'Firmware'].map((family) =>
        branchTo(`vendor: Example / product_family: ${family} / product_name: V100`, { id: family, name: 'V100' }),
      ),
    }
    const ids = both(tree, { known_affected: ['Hardware'], fixed: ['Firmware'] }).map(({ platform }) => platform)
    expect(ids).toEqual(['example--hardware-v100', 'example--firmware-v100'])
  })
})

describe('a product in another one', () => {
  const related = (category: string, status: Record<string, string[]>, above = 'vendor: Example / product_name: ') => {
    const tree = {
      branches: [
        branchTo(`${above}Linux 9`, { id: 'OS', name: 'Linux 9' }),
        branchTo('vendor: Example / product_version: tool-2.0-5.x86_64', { id: 'PKG', name: 'tool-2.0-5.x86_64' }),
      ],
      relationships: [
        {
          category,
          product_reference: 'PKG',
          relates_to_product_reference: 'OS',
          full_product_name: { product_id: 'OS:PKG', name: 'tool-2.0-5.x86_64 as a component of Linux 9' },
        },
      ],
    }
    const flaw = { cve: 'CVE-2031-0001', product_status: status }
    return bulletinOf(advisoryWith(tree, [flaw], { aggregate_severity: { text: 'Important' } })).bulletin
  }

  it.each(['default_component_of', 'optional_component_of', 'external_component_of'])(
    'as %s is the package that mends that other one',
    (category) => {
      const { platforms, packages, severity } = related(category, { fixed: ['OS:PKG'] })
      expect(platforms).toEqual([{ platform: 'example--linux-9', rating: 2, status: 'fixed' }])
      expect(packages).toEqual([{ name: 'tool-2.0-5.x86_64', platforms: ['example--linux-9'], files: [] }])
      expect(severity).toBe(2)
    },
  )

  it('is said to be recommended where nothing else is said', () => {
    const { platforms } = related('default_component_of', { recommended: ['OS:PKG'] })
    expect(platforms).toEqual([{ platform: 'example--linux-9', rating: 2, status: 'recommended' }])
  })

  it('that is affected makes that other one affected', () => {
    const { platforms, packages } = related('default_component_of', { known_affected: ['OS:PKG'] })
    expect(platforms).toEqual([{ platform: 'example--linux-9', rating: 2 }])
    expect(packages).toEqual([])
  })

  it('as installed on it keeps the version of both', () => {
    const { platforms } = related('installed_on', { known_affected: ['OS:PKG'] })
    expect(platforms.map(({ rating }) => rating)).toEqual([2])
    expect(platforms[0]?.platform).toMatch(/^example--linux-9\.-tool-2-0-5-x86-64-/)
  })
})

it.each([
  ['vers:all/*', '*'],
  ['All versions', '*'],
  ['All versions < V3', '< V3'],
  ['vers:generic/>=2.9|<=4.1', '>=2.9 <=4.1'],
  ['vers:deb/1.0|2.0|>=3.0', '1.0, 2.0, >=3.0'],
  ['vers:semver/<1.0%2Bbuild', '<1.0+build'],
  ['vers:all/>=2.3<V3.0', '>=2.3 <V3.0'],
  ['>= 3.3 | <= 7.3', '>= 3.3 | <= 7.3'],
  ['vers:', 'vers:'],
])('the version %s is read as %s', (given, read) => {
  expect(readableVersion(given)).toBe(read)
})
