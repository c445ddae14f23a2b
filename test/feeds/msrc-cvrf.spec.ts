import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { documentBytes } from '../../src/contract/limits.ts'
import { type Imported } from '../../src/feeds/feed.ts'
import { supersededBy } from '../../src/feeds/msrc-cvrf/packages.ts'
import { importMsrcCvrf } from '../../src/feeds/msrc-cvrf/import.ts'
import { platformOf } from '../../src/feeds/platforms/product-name.ts'
import { cvrf, cvrfText, type Month } from './cvrf.ts'
import { hasRealDocuments, realFiles } from '../support/real-documents.ts'
import { singleRatings } from '../../src/domain/bulletin/ratings.ts'

const products = {
  a: 'Windows 11 Version 24H2 for x64-based Systems',
  b: 'Windows Server 2025',
  c: 'Windows Server 2025  (Server Core installation)',
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

const read = async (month: Month): Promise<Imported> => {
  const imported = await importMsrcCvrf(cvrf(month))
  expect(imported.problems).toEqual([])
  return imported
}
const one = async (month: Month, id: string): Promise<Bulletin> => {
  const { bulletins } = await read(month)
  const found = bulletins.find((bulletin) => bulletin.id === id)
  if (found === undefined) throw new Error(`no ${id} among ${bulletins.map((bulletin) => bulletin.id).join(' ')}`)
  return found
}
const fix = { label: '5079473', products: ['a', 'b'], subType: 'Security Update', restart: 'Yes' }

describe('a month of updates', () => {
  const month: Month = {
    products,
    flaws: [
      {
        cve: 'CVE-2026-1000',
        description:
          '<p>A <b>use after free</b> in <a href="https://example.com/x" onclick="x()">it</a>.</p><script>x()</script>',
        severities: { a: 'Critical', b: 'Important' },
        exploitStatus: 'Publicly Disclosed:Yes;Exploited:Yes;Latest Software Release:Exploitation Detected;DOS:N/A',
        remediations: [
          {
            ...fix,
            supersedes: '5070000; 5070001',
            fixedBuild: '10.0.26100.7000',
            url: 'https://catalog.example/?q=KB5079473',
          },
          { type: 'Known Issue', label: '5079473', products: ['a'], url: 'https://support.example/help/5079473' },
        ],
        revisions: ['2026-11-10', '2026-11-12'],
      },
      {
        cve: 'CVE-2026-1001',
        severities: { b: 'Moderate', c: 'Low' },
        impact: 'Elevation of Privilege',
        remediations: [{ ...fix, products: ['b'], restart: 'No' }],
      },
      {
        cve: 'ADV990001',
        severities: { a: '' },
        exploitStatus: '',
        remediations: [{ label: 'Click to Run', products: ['a'] }],
      },
    ],
    updated: '2026-11-14',
  }

  it('gives one bulletin a KB number, one a label in place of one, and one for what has no fix', async () => {
    const { bulletins, platforms } = await read(month)
    expect(bulletins.map(({ id }) => id)).toEqual(['KB5079473', 'MSRC-2026-Nov-click-to-run', 'MSRC-2026-Nov-no-fix'])
    expect(platforms.map(({ id }) => id)).toEqual([
      'windows-11.24h2.x64',
      'windows-server-2025.rtm',
      'windows-server-2025.rtm.server-core',
    ])
  })

  it('names a bulletin by month, kind and products', async () => {
    expect((await one(month, 'KB5079473')).title).toEqual({
      ja: '2026年11月 セキュリティ更新プログラム (Windows 11 24H2、Windows Server 2025)',
      en: 'November 2026 Security Update for Windows 11 24H2, Windows Server 2025',
    })
  })

  it('rates each platform by its own severity, the bulletin by the worst', async () => {
    const { platforms, severity, impact, vulnerabilities } = await one(month, 'KB5079473')
    expect(platforms.map(({ platform, rating }) => [platform, rating])).toEqual([
      ['windows-11.24h2.x64', 1],
      ['windows-server-2025.rtm', 2],
    ])
    expect([severity, impact]).toEqual([1, 'remote-code-execution'])
    expect(vulnerabilities.map((each) => each.ratings.length)).toEqual([2, 1])
  })

  it('leaves a product without a severity unrated, and never guesses one', async () => {
    const { platforms, severity } = await one(month, 'MSRC-2026-Nov-click-to-run')
    expect([platforms[0]?.rating, severity]).toEqual(['unrated', null])
  })

  it('reads attacks and disclosure, and derives the urgency from them', async () => {
    const { exploit, disclosure, urgency, vulnerabilities } = await one(month, 'KB5079473')
    expect([exploit, disclosure, urgency.level, urgency.basis]).toEqual(['exploited', 'public', 'immediate', 'rule'])
    // That there were no attacks does not say that no exploit code exists.
    expect(vulnerabilities[1]?.exploit).toBe('unknown')
    expect(vulnerabilities[1]?.disclosure).toBe('private')
  })

  it('takes the strictest restart, and keeps where a platform differs', async () => {
    const bulletin = await one(
      {
        ...month,
        flaws: [
          {
            cve: 'CVE-2026-1',
            severities: { a: 'Low', b: 'Low' },
            remediations: [
              { ...fix, products: ['a'] },
              { ...fix, products: ['b'], restart: '' },
            ],
          },
        ],
      },
      'KB5079473',
    )
    expect(bulletin.restart).toBe('required')
    expect(bulletin.platforms.map(({ note }) => note?.en)).toEqual([undefined, 'Restart: not stated'])
  })

  it('has packages with link and build, a check of the build, and the link to known issues', async () => {
    const { packages, verification, knownIssues, supersedes } = await one(month, 'KB5079473')
    expect(packages[0]).toMatchObject({ url: 'https://catalog.example/?q=KB5079473', fixedBuild: '10.0.26100.7000' })
    expect(verification[0]).toMatchObject({ kind: 'os-build', expected: '10.0.26100.7000' })
    expect(knownIssues[0]?.references[0]?.url).toBe('https://support.example/help/5079473')
    expect(supersedes).toEqual(['KB5070000', 'KB5070001'])
  })

  it('keeps what a fix replaces on which platforms, where that differs', async () => {
    const fixFor = (product: string, supersedes: string) => ({ label: '5079473', products: [product], supersedes })
    const differing: Month = {
      products: { a: 'Windows Server 2025', b: 'Windows Server 2022' },
      flaws: [
        {
          cve: 'CVE-2026-1',
          severities: { a: 'Low', b: 'Low' },
          remediations: [fixFor('a', '5070000'), fixFor('b', '5070001')],
        },
      ],
    }
    const { packages, supersedes } = await one(differing, 'KB5079473')
    expect(packages.map((each) => [each.platforms, each.supersedes])).toEqual([
      [['windows-server-2025.rtm'], ['KB5070000']],
      [['windows-server-2022.rtm'], ['KB5070001']],
    ])
    expect(supersedes).toEqual(['KB5070000', 'KB5070001'])
    expect(new Set((await one(month, 'KB5079473')).packages.map((each) => each.supersedes))).toEqual(
      new Set([undefined]),
    )
  })

  it('is revised on the days on which its own vulnerabilities were, before and after any day of the month', async () => {
    const revised = (cve: string, revisions: string[], label: string) => ({
      cve,
      severities: { a: 'Low' },
      revisions,
      remediations: [{ ...fix, label, products: ['a'] }],
    })
    const flaws = [
      revised('CVE-2026-1000', ['2026-11-10', '2026-11-12'], '5079473'),
      revised('CVE-2026-1001', ['2026-11-03', '2026-12-24'], '5079473'),
      revised('CVE-2026-1002', ['2027-01-05'], '5079474'),
    ]
    const { publishedOn, updatedOn, revisions } = await one({ products, flaws, updated: '2026-11-11' }, 'KB5079473')
    expect([publishedOn, updatedOn]).toEqual(['2026-11-10', '2026-12-24'])
    expect(revisions.map(({ on, summary }) => `${on} ${summary.en}`)).toEqual([
      '2026-11-03 Published: CVE-2026-1001',
      '2026-11-10 Published',
      '2026-11-12 Revised: CVE-2026-1000',
      '2026-12-24 Revised: CVE-2026-1001',
    ])
  })

  it('says of a revision what Microsoft says', async () => {
    const revised = (cve: string, revisions: string[]) => ({
      cve,
      severities: { a: 'Low' },
      revisions: ['2026-11-10 <p>Information published.</p>', ...revisions],
      remediations: [{ ...fix, products: ['a'] }],
    })
    const flaws = [
      revised('CVE-2026-1000', ['2026-11-12 <p>Updated <b>FAQ</b>.</p>', '2026-11-13 <p>Corrected.</p>']),
      revised('CVE-2026-1001', ['2026-11-12 <p>Updated <b>FAQ</b>.</p>', '2026-11-13 <p>Retracted.</p>']),
    ]
    const { revisions } = await one({ products, flaws }, 'KB5079473')
    expect(revisions.map(({ summary }) => summary.en)).toEqual([
      'Published',
      'Revised: CVE-2026-1000, CVE-2026-1001\n\nUpdated **FAQ**.',
      'Revised: CVE-2026-1000, CVE-2026-1001\n\nCVE-2026-1000: Corrected.\n\nCVE-2026-1001: Retracted.',
    ])
  })

  it.each([
    { revisions: ['2026-11-10', '2026-11-12T08:00:01Z', '2026-11-12'], latest: '2026-11-12T08:00:01Z' },
    { revisions: ['2026-11-12T23:00:00-07:00', '2026-11-13T05:59:59'], latest: '2026-11-12T23:00:00-07:00' },
    { revisions: [], latest: '2026-11-10' },
  ])('is one document, in order of the latest revision of an entry: $latest', async ({ revisions, latest }) => {
    const flaws = [
      { cve: 'CVE-2026-1', severities: { a: 'Low' }, revisions },
      { cve: 'CVE-2026-2', severities: { a: 'Low' } },
    ]
    expect((await read({ products, flaws, updated: '2026-11-09' })).document).toEqual({
      key: 'msrc-cvrf 2026-Nov',
      order: [{ moment: latest }, { moment: '2026-11-09T07:00:00' }],
    })
  })

  it('makes harmless text of what a publisher writes in HTML', async () => {
    const text = (await one(month, 'KB5079473')).vulnerabilities[0]?.summary?.en ?? ''
    expect(text).toContain('A **use after free** in [it](https://example.com/x).')
    expect(text).not.toMatch(/<|script|onclick|x\(\)/)
  })

  it('keeps what Microsoft says of a vulnerability besides, each in a field of its own', async () => {
    const flaws = [
      {
        cve: 'CVE-2026-1000',
        description: '<p>A flaw.</p>',
        severities: { a: 'Critical', b: 'Important' },
        exploitStatus:
          'Publicly Disclosed:No;Exploited:No;Latest Software Release:Exploitation More Likely;Older Software Release:Exploitation Unlikely;DOS:Permanent',
        notes: [
          ['FAQ', 'FAQ', '<p><strong>Is the preview pane a way in?</strong></p><p>No.</p>'],
          ['FAQ', 'FAQ', '<p>And mail?</p>'],
          ['Tag', 'Example Component', 'Example Component'],
          ['Other', 'Customer Action Required', 'Yes'],
          ['CNA', 'Example', 'Example'],
          ['Other', 'NIST NVD Details', 'https://nvd.example/CVE-2026-1000'],
          ['General', 'Background', 'Something more.'],
        ],
        cwes: { 'CWE-416': 'Use After Free ', 'CWE-20': '' },
        acknowledgements: [{ name: 'A. Example with <a href="https://lab.example/">Lab</a>' }, { name: '' }],
        scores: [
          { base: '8.8', temporal: '7.7', vector: 'CVSS:3.1/AV:N', products: ['a'] },
          { base: '8.8', temporal: '7.7', vector: 'CVSS:3.1/AV:N', products: ['b'] },
          { base: '5.5', vector: 'CVSS:3.1/AV:L', products: ['c'] },
        ],
        remediations: [
          fix,
          { label: '5079474', products: ['b'] },
          { type: 'Release Notes', subType: fix.label, products: ['a'], url: 'https://notes.example/1' },
          { type: 'Release Notes', subType: fix.label, products: ['b'], url: 'https://notes.example/1' },
          { type: 'Release Notes', subType: '5079474', products: ['b'], url: 'https://notes.example/2' },
          {
            type: 'Release Notes',
            subType: fix.label,
            products: ['b'],
            url: `https://support.microsoft.com/help/${fix.label}`,
          },
        ],
      },
    ] as const
    const [flaw] = (await one({ products, flaws }, 'KB5079473')).vulnerabilities
    expect(flaw).toMatchObject({
      summary: { en: 'A flaw.' },
      faq: { en: '**Is the preview pane a way in?**\n\nNo.\n\nAnd mail?' },
      component: 'Example Component',
      customerAction: 'required',
      cwes: [{ id: 'CWE-416', name: 'Use After Free' }, { id: 'CWE-20' }],
      acknowledgements: [{ en: 'A. Example with [Lab](https://lab.example/)' }],
      exploitability: { latest: 'more-likely', older: 'unlikely', denialOfService: 'Permanent' },
      notes: [
        { title: { ja: 'CVE 番号の発行元', en: 'Issuing CNA' }, text: { en: 'Example' } },
        { title: { en: 'Background' }, text: { en: 'Something more.' } },
      ],
      cvss: { version: '3.1', vector: 'CVSS:3.1/AV:N', score: 8.8 },
      scores: [
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N',
          score: 8.8,
          temporal: 7.7,
          platforms: ['windows-11.24h2.x64', 'windows-server-2025.rtm'],
        },
      ],
    })
    expect(flaw?.references.map(({ url }) => url)).toEqual([
      'https://msrc.microsoft.com/update-guide/vulnerability/CVE-2026-1000',
      'https://nvd.example/CVE-2026-1000',
      'https://notes.example/1',
    ])
  })

  it('says nothing that Microsoft does not say', async () => {
    const flaws = [
      {
        cve: 'CVE-2026-1',
        severities: { a: 'Low' },
        exploitStatus: 'Publicly Disclosed:No;Exploited:No;Latest Software Release:N/A;DOS:N/A',
        remediations: [
          fix,
          { type: 'Known Issue', label: '5079473', products: ['a'], url: 'https://support.example/1' },
        ],
      },
    ]
    const { knownIssues, vulnerabilities, ...bulletin } = await one({ products, flaws }, 'KB5079473')
    expect(Object.keys(vulnerabilities[0] ?? {}).toSorted()).toEqual(
      ['cve', 'disclosure', 'exploit', 'id', 'impact', 'ratings', 'references', 'title'].toSorted(),
    )
    // That there is a page on known issues is all that is known.
    expect(knownIssues.map(({ symptom, workaround }) => [symptom, workaround])).toEqual([[undefined, undefined]])
    expect([bulletin.restartNote, bulletin.alternatives]).toEqual([undefined, undefined])
  })

  it('rates a product that is listed as affected and has no severity: not rated', async () => {
    const text = cvrfText({ products, flaws: [{ cve: 'CVE-2026-1', severities: { a: 'Low' } }] })
    const more = text.replace('<vuln:Status Type="Known Affected">', '$&<vuln:ProductID>b</vuln:ProductID>')
    const { bulletins } = await importMsrcCvrf(bytesOf(more))
    expect(bulletins[0]?.platforms.map(({ platform, rating }) => [platform, rating])).toEqual([
      ['windows-server-2025.rtm', 'unrated'],
      ['windows-11.24h2.x64', 4],
    ])
  })

  it('spells a kind of fix in one way', async () => {
    const titles = await Promise.all(
      ['SecurityHotpatchUpdate', 'Security Hotpatch Update'].map(async (subType) => {
        const flaws = [
          { cve: 'CVE-2026-1', severities: { a: 'Low' }, remediations: [{ ...fix, products: ['a'], subType }] },
        ]
        return (await one({ products, flaws }, 'KB5079473')).title.en
      }),
    )
    expect(new Set(titles)).toEqual(new Set(['November 2026 Security Hotpatch for Windows 11 24H2']))
  })

  it('is the same each time', async () => {
    expect(await importMsrcCvrf(cvrf(month))).toEqual(await importMsrcCvrf(cvrf(month)))
  })
})

describe('a hotpatch', () => {
  const hotpatch = { label: '5079474', subType: 'Security Hotpatch Update', restart: 'Yes' }
  const flaws = [
    {
      cve: 'CVE-2026-1',
      severities: { a: 'Low', b: 'Low' },
      remediations: [fix, { ...hotpatch, products: ['b'] }],
    },
    { cve: 'CVE-2026-2', severities: { b: 'Low' }, remediations: [{ ...fix, products: ['b'] }] },
    { cve: 'CVE-2026-3', severities: { c: 'Low' }, remediations: [{ ...fix, label: '5079475', products: ['c'] }] },
  ]

  it('and its baseline know of each other, on which platforms, and what the one leaves open', async () => {
    const { bulletins } = await read({ products, flaws })
    expect(bulletins.map(({ id, alternatives }) => [id, alternatives])).toEqual([
      [
        'KB5079473',
        [
          {
            bulletin: 'KB5079474',
            kind: 'hotpatch',
            platforms: ['windows-server-2025.rtm'],
            lacks: ['CVE-2026-2'],
          },
        ],
      ],
      ['KB5079474', [{ bulletin: 'KB5079473', kind: 'baseline', platforms: ['windows-server-2025.rtm'] }]],
      ['KB5079475', undefined],
    ])
  })

  it('that is printed with a restart keeps it, with the doubt', async () => {
    const { restart, restartNote } = await one({ products, flaws }, 'KB5079474')
    expect([restart, restartNote?.en]).toEqual([
      'required',
      'The source says "required"; a hotpatch is by its nature applied without a restart',
    ])
    expect((await one({ products, flaws }, 'KB5079473')).restartNote).toBeUndefined()
  })
})

it.each([
  ['4499408; 4503867', ['KB4499408', 'KB4503867']],
  ['MS16-110, 3187754', ['MS16-110', 'KB3187754']],
  ['', []],
])('"%s" replaces %j', (printed, ids) => {
  expect(supersededBy(printed)).toEqual(ids)
})

describe('any month', () => {
  const severity = fc.constantFrom('Critical', 'Important', 'Moderate', 'Low', '')
  const flaws = fc.array(
    fc
      .record({
        number: fc.integer({ min: 1000, max: 9999 }),
        severities: fc.dictionary(fc.constantFrom('a', 'b', 'c'), severity, { noNullPrototype: true }),
        label: fc.constantFrom('5079473', '5079474', 'Click to Run', ''),
        fixed: fc.subarray(['a', 'b', 'c']),
      })
      .map(({ number, severities, label, fixed }) => ({
        cve: `CVE-2026-${number}`,
        severities,
        remediations: fixed.some((product) => product in severities)
          ? [{ label, products: fixed.filter((product) => product in severities) }]
          : [],
      })),
    { maxLength: 6 },
  )

  it('loses no vulnerability on any product', async () => {
    await fc.assert(
      fc.asyncProperty(flaws, async (given) => {
        const unique = [...new Map(given.map((flaw) => [flaw.cve, flaw])).values()]
        const { bulletins } = await read({ products, flaws: unique })
        const found = new Set(
          bulletins.flatMap(({ vulnerabilities }) =>
            vulnerabilities.flatMap(({ id, ratings }) =>
              singleRatings(ratings).map(({ platform }) => `${id} ${platform}`),
            ),
          ),
        )
        const printed = unique.flatMap(({ cve, severities }) =>
          Object.keys(severities).map(
            (product) => `${cve} ${platformOf({ name: products[product as 'a'], path: [] }).id}`,
          ),
        )
        expect(printed.filter((pair) => !found.has(pair))).toEqual([])
      }),
    )
  })
})

describe('hostile input', () => {
  const good = cvrfText({
    products,
    flaws: [{ cve: 'CVE-2026-1000', severities: { a: 'Critical' }, remediations: [fix] }],
  })
  const problemOf = async (bytes: Uint8Array) => {
    const { bulletins, problems } = await importMsrcCvrf(bytes)
    expect(bulletins).toEqual([])
    return problems.map(({ place, message }) => `${place}: ${message}`).join('\n')
  }

  it.each([
    {
      what: 'entities that grow',
      text: `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><cvrfdoc>&lol2;</cvrfdoc>`,
      told: /line 1, column \d+: a document type declaration is not allowed/,
    },
    {
      what: 'an entity of its own',
      text: good.replace('2026-11-10', '&lol;'),
      told: /^line \d+, column \d+: undefined entity/,
    },
    { what: 'a document that is cut off', text: good.slice(0, good.length / 2), told: /^line \d+, column \d+: / },
    { what: 'elements nested 100,000 deep', text: '<a>'.repeat(100_000), told: /nested deeper than 64/ },
    { what: 'another kind of document', text: '<html></html>', told: /root element: expected a cvrfdoc, found html/ },
    {
      what: 'a document of somebody else',
      text: good.replace(
        /<cvrf:ContactDetails>.*<\/cvrf:ContactDetails>/,
        '<cvrf:ContactDetails>psirt@example.com</cvrf:ContactDetails><cvrf:IssuingAuthority>Example  Networks</cvrf:IssuingAuthority>',
      ),
      told: /^DocumentPublisher: only Microsoft's CVRF is read: this one is by Example Networks$/,
    },
    {
      what: 'a document of nobody',
      text: good.replace(/<cvrf:DocumentPublisher[\s\S]*<\/cvrf:DocumentPublisher>/, ''),
      told: /^DocumentPublisher: only Microsoft's CVRF is read: this one does not say whose it is$/,
    },
    { what: 'a document without id', text: good.replace('2026-Nov', ''), told: /Identification\/ID: is missing/ },
    {
      what: 'a product that nobody named',
      text: good.replace('>b<', '>zz<'),
      told: /Vulnerability CVE-2026-1000: names the unknown product zz/,
    },
  ])('$what ends in a clear error', async ({ text, told }) => {
    expect(await problemOf(bytesOf(text))).toMatch(told)
  })

  it('in another encoding, or too large, is refused before it is read', async () => {
    expect(await problemOf(new Uint8Array([0x3c, 0x61, 0x3e, 0xe9]))).toBe('document: is not UTF-8')
    expect(await problemOf(new Uint8Array(documentBytes + 1))).toBe('document: is larger than 64 MiB')
  })

  it('as names of products stays text', async () => {
    const name = '__proto__ =HYPERLINK("x") <img onerror=x>'
    const { platforms } = await read({
      products: { a: name },
      flaws: [{ cve: 'CVE-2026-1', severities: { a: 'Low' } }],
    })
    expect(platforms[0]?.label.en).toBe(name)
  })

  it('of any kind never gets further than a problem', async () => {
    const part = fc.record({ at: fc.nat(good.length), length: fc.nat(40), put: fc.string({ maxLength: 12 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
        const text = parts.reduce((all, { at, length, put }) => all.slice(0, at) + put + all.slice(at + length), good)
        const { bulletins, problems } = await importMsrcCvrf(bytesOf(text))
        expect(bulletins.length === 0 || problems.length === 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe.skipIf(!hasRealDocuments)('the real documents', () => {
  it.each(realFiles('msrc-cvrf'))('of %s keep every vulnerability with its severity on every product', async (file) => {
    const text = readFileSync(file, 'utf8')
    const { bulletins, platforms, problems } = await importMsrcCvrf(readFileSync(file))
    expect(problems).toEqual([])
    const names = new Map(
      [...text.matchAll(/<prod:FullProductName ProductID="([^"]+)"[^>]*>([^<]+)</g)].map(([, id, name = '']) => [
        id,
        name.replaceAll('&amp;', '&'),
      ]),
    )
    // Counted by other means than those of the importer: patterns over the text.
    const printed = new Set(
      [...text.matchAll(/<vuln:Vulnerability [\s\S]*?<\/vuln:Vulnerability>/g)].flatMap(([element]) => {
        const cve = /<vuln:CVE>([^<]+)</.exec(element)?.[1] ?? ''
        return [...element.matchAll(/<vuln:Threat Type="Severity">([\s\S]*?)<\/vuln:Threat>/g)].flatMap(
          ([, threat = '']) => {
            const severity = /<vuln:Description>([^<]*)</.exec(threat)?.[1] ?? ''
            return [...threat.matchAll(/<vuln:ProductID>([^<]+)</g)].map(
              ([, id]) => `${cve} | ${(names.get(id) ?? '').replaceAll(/\s+/g, ' ').toLowerCase()} | ${severity}`,
            )
          },
        )
      }),
    )
    const words = { 1: 'Critical', 2: 'Important', 3: 'Moderate', 4: 'Low', unrated: '', 'no-fix': '?', none: '?' }
    const labelOf = new Map(platforms.map(({ id, label }) => [id, (label.en ?? '').toLowerCase()]))
    const found = new Set(
      bulletins.flatMap(({ vulnerabilities }) =>
        vulnerabilities.flatMap(({ id, ratings }) =>
          singleRatings(ratings).map(({ platform, rating }) => `${id} | ${labelOf.get(platform)} | ${words[rating]}`),
        ),
      ),
    )
    expect(printed.size).toBeGreaterThan(100)
    expect([...printed].filter((pair) => !found.has(pair))).toEqual([])
    expect([...found].filter((pair) => !printed.has(pair))).toEqual([])
  })
})
