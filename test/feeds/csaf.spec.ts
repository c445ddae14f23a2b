import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importCsaf } from '../../src/feeds/csaf/import.ts'
import type { Advisory21 } from '../../src/feeds/csaf/version-2.1/document.ts'
import { fromCsaf21 } from '../../src/feeds/csaf/version-2.1/from-2.1.ts'
import { advisory, type TestAdvisory } from './advisory.ts'
import { advisory21, type TestAdvisory21 } from './advisory-2.1.ts'
import { hasRealDocuments, realFiles, realFolder } from '../support/real-documents.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const changed = (change: (given: TestAdvisory) => void) => {
  const given = advisory()
  change(given)
  return given
}
const one = async (given: unknown) => {
  const { bulletins, problems } = await importCsaf(bytes(given))
  expect(problems).toEqual([])
  const [bulletin] = bulletins
  if (bulletin === undefined) throw new Error('no bulletin')
  return bulletin
}

describe('an advisory', () => {
  it('becomes one bulletin under its tracking id, with days and revisions', async () => {
    const { id, title, publishedOn, updatedOn, revision, revisions, source } = await one(advisory())
    expect([id, title.en, publishedOn, updatedOn, revision]).toEqual([
      'PUMPS-2026-001',
      'Pumps that can be stopped from afar',
      '2026-03-01',
      '2026-03-08',
      '2',
    ])
    expect(revisions.map(({ number }) => number)).toEqual(['1', '2 (1.1)'])
    expect(source).toEqual({
      kind: 'csaf',
      document: 'Example Pumps PUMPS-2026-001',
      retrievedAt: null,
      tlp: 'GREEN',
      namespace: 'https://pumps.example',
      trackingId: 'PUMPS-2026-001',
      version: '2',
      releasedAt: '2026-03-08T09:00:00Z',
    })
  })

  it('is the document that its publisher and id name, in the order of its versions', async () => {
    expect((await importCsaf(bytes(advisory()))).document).toEqual({
      key: 'csaf https://pumps.example PUMPS-2026-001',
      order: [{ version: '2' }, { moment: '2026-03-08T09:00:00Z' }],
    })
  })

  it('finds products in branches, flat lists and relationships, and rates each', async () => {
    const { platforms, severity } = await one(advisory())
    expect(platforms.map(({ platform, rating, status }) => [platform, rating, status])).toEqual([
      // By its own CVSS score.
      ['example-pumps--pump-3000.1-0', 1, undefined],
      // By the severity of the whole document.
      ['windows-11.24h2.x64', 2, undefined],
      ['example-pumps--pump-3000.1-0.windows-11-24h2-x64', 2, undefined],
      ['example-pumps--pump-3000.1-1', 'none', 'fixed'],
    ])
    expect(severity).toBe(1)
  })

  it('takes what it advises with the products of their groups, and the restart', async () => {
    const { packages, remedies, restart, platforms } = await one(advisory())
    expect(packages).toEqual([])
    expect(remedies).toEqual([
      {
        kind: 'vendor-fix',
        text: { en: 'Update to 1.1.' },
        platforms: ['example-pumps--pump-3000.1-0', 'windows-11.24h2.x64'],
        vulnerabilities: ['CVE-2026-3000'],
        url: 'https://pumps.example/1.1',
        restart: 'required',
      },
      expect.objectContaining({ kind: 'workaround', text: { en: 'Pull the plug.' } }),
      expect.objectContaining({ kind: 'no-fix-planned', text: { en: 'None for this one.' } }),
    ])
    expect(restart).toBe('required')
    expect(platforms.find(({ note }) => note !== undefined)?.note?.en).toBe('No fix planned')
  })

  it('reads threats and scores', async () => {
    const [flaw] = (await one(advisory())).vulnerabilities
    expect(flaw).toMatchObject({
      cve: 'CVE-2026-3000',
      impact: 'denial-of-service',
      exploit: 'exploited',
      disclosure: 'public',
      cvss: { version: '3.1', score: 9.8 },
    })
  })

  it('in Japanese stays Japanese', async () => {
    const given = changed(({ document }) => {
      document.lang = 'ja'
      document.title = '遠隔から停止できるポンプ'
    })
    expect((await one(given)).title).toEqual({ ja: '遠隔から停止できるポンプ' })
  })

  it('has its HTML as harmless text', async () => {
    const text = (await one(advisory())).analysis?.en ?? ''
    expect(text).toBe('A **pump** can be stopped.')
  })

  it('says nothing of a restart where it says nothing', async () => {
    const given = advisory()
    const silent = {
      ...given,
      vulnerabilities: given.vulnerabilities.map((flaw) => ({ ...flaw, remediations: undefined })),
    }
    expect((await one(silent)).restart).toBe('unknown')
  })
})

describe('an advisory that breaks the standard is refused whole', () => {
  it.each([
    {
      what: 'a product that is nowhere defined',
      change: ({ vulnerabilities: [flaw] }: TestAdvisory) => flaw?.product_status.fixed.push('P9'),
      problem: { place: '/vulnerabilities/0/product_status/fixed/1', rule: '6.1.1' },
    },
    {
      what: 'a missing title',
      change: ({ document }: TestAdvisory) => Object.assign(document, { title: '' }),
      problem: { place: '/document/title', rule: 'schema' },
    },
    {
      what: 'a score that is none',
      change: ({ vulnerabilities: [flaw] }: TestAdvisory) =>
        Object.assign(flaw?.scores[0]?.cvss_v3 ?? {}, { baseScore: 11 }),
      problem: { rule: '6.1.8' },
    },
    {
      what: 'a version that its history does not have',
      change: ({ document }: TestAdvisory) => Object.assign(document.tracking, { version: '3' }),
      problem: { rule: '6.1.16' },
    },
    {
      what: 'the name of a profile without its underscores',
      change: ({ document }: TestAdvisory) => Object.assign(document, { category: 'csafsecurityadvisory' }),
      problem: { place: '/document/category', rule: '6.1.26' },
    },
  ])('for $what, with pointer and rule', async ({ change, problem }) => {
    const { bulletins, problems } = await importCsaf(bytes(changed(change)))
    expect(bulletins).toEqual([])
    expect(problems).toContainEqual(expect.objectContaining(problem))
  })

  it.each<{ what: string; change: (given: TestAdvisory) => void; problems: object[] }>([
    {
      what: 'a word that is none of those allowed',
      change: ({ document }) => Object.assign(document.tracking, { status: 'finished' }),
      problems: [
        {
          place: '/document/tracking/status',
          rule: 'schema',
          message: 'expected draft, final or interim; found "finished"',
        },
      ],
    },
    {
      what: 'a field that is missing',
      change: ({ document }) => Reflect.deleteProperty(document, 'title'),
      problems: [{ place: '/document', rule: 'schema', message: '"title" is missing' }],
    },
    {
      what: 'a CPE name of another form, without the pattern of the standard',
      change: ({ product_tree: tree }) =>
        Object.assign(tree.full_product_names[0] ?? {}, {
          product_identification_helper: { cpe: `cpe:/o:example:pump+os:${'1'.repeat(200)}` },
        }),
      problems: [
        {
          place: '/product_tree/full_product_names/0/product_identification_helper/cpe',
          rule: 'schema',
          message: `expected a CPE name such as cpe:2.3:a:vendor:product:1.0:*:*:*:*:*:*:*; found "cpe:/o:example:pump+os:${'1'.repeat(97)}…"`,
        },
      ],
    },
    {
      what: 'a day in place of a moment',
      change: ({ document }) => Object.assign(document.tracking, { current_release_date: '2026-03-08' }),
      problems: [
        {
          place: '/document/tracking/current_release_date',
          rule: 'schema',
          message: 'expected a date and time with its zone, such as 2026-03-01T09:00:00Z; found "2026-03-08"',
        },
      ],
    },
    {
      what: 'a product tree without products',
      change: (given) => Object.assign(given, { product_tree: {} }),
      problems: [
        { place: '/product_tree', rule: 'schema', message: 'expected at least 1 field; found an empty object' },
      ],
    },
    {
      what: 'a score above all scores, of which every version of CVSS tells',
      change: ({ vulnerabilities: [flaw] }) => Object.assign(flaw?.scores[0]?.cvss_v3 ?? {}, { baseScore: 11 }),
      problems: [
        {
          place: '/vulnerabilities/0/scores/0/cvss_v3/baseScore',
          rule: '6.1.8',
          message: 'expected at most 10; found 11',
        },
      ],
    },
    {
      what: 'a version of CVSS that there is not',
      change: ({ vulnerabilities: [flaw] }) => Object.assign(flaw?.scores[0]?.cvss_v3 ?? {}, { version: '3.2' }),
      problems: [
        {
          place: '/vulnerabilities/0/scores/0/cvss_v3/version',
          rule: '6.1.8',
          message: 'expected 3.0 or 3.1; found "3.2"',
        },
      ],
    },
    {
      what: 'a version of CVSS and a vector of another one',
      change: ({ vulnerabilities: [flaw] }) => Object.assign(flaw?.scores[0]?.cvss_v3 ?? {}, { version: '3.0' }),
      problems: [
        {
          place: '/vulnerabilities/0/scores/0/cvss_v3',
          rule: '6.1.8',
          message:
            'these do not fit together: vectorString "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", version "3.0"',
        },
      ],
    },
  ])('in one sentence for $what', async ({ change, problems }) => {
    expect((await importCsaf(bytes(changed(change)))).problems).toEqual(problems)
  })

  it.each(['1.2', '2.2', ''])('and named as what it is where it is CSAF "%s"', async (version) => {
    const given = changed(({ document }) => Object.assign(document, { csaf_version: version }))
    expect((await importCsaf(bytes(given))).problems).toEqual([
      {
        place: '/document/csaf_version',
        rule: null,
        message: `is CSAF ${version}: CSAF 2.0 and 2.1 are read`,
        reason: 'unknown-version',
        seems: `CSAF ${version}`,
      },
    ])
  })

  it('but not for the name of a weakness: white space is no difference, and another name is told', async () => {
    const named = (name: string) =>
      importCsaf(
        bytes(changed(({ vulnerabilities: [flaw] }) => Object.assign(flaw ?? {}, { cwe: { id: 'CWE-280', name } }))),
      )
    const name = 'Improper Handling of Insufficient Permissions or Privileges'
    expect(await named(`${name} `)).toMatchObject({ bulletins: [{}], warnings: [] })
    expect(await named('Handling of Privileges')).toMatchObject({
      bulletins: [{}],
      problems: [],
      warnings: [
        {
          place: '/vulnerabilities/0/cwe/name',
          rule: '6.1.11',
          message: 'the name does not match the weakness with the given id (CWE-280 "Handling of Privileges")',
        },
      ],
    })
  })

  it('for the one product of thousands that is nowhere defined, and for one that is listed twice', async () => {
    const ids = Array.from({ length: 2000 }, (_, at) => `P-${at}`)
    const given = {
      ...advisory(),
      product_tree: { full_product_names: ids.map((id) => ({ product_id: id, name: `Pump ${id}` })) },
      vulnerabilities: [{ cve: 'CVE-2031-0001', product_status: { known_affected: [...ids, 'P-x'] } }],
    }
    const place = '/vulnerabilities/0/product_status/known_affected'
    expect((await importCsaf(bytes(given))).problems).toContainEqual(
      expect.objectContaining({ place: `${place}/2000`, rule: '6.1.1' }),
    )
    const again = { ...given, vulnerabilities: [{ product_status: { known_affected: [...ids, 'P-7'] } }] }
    expect((await importCsaf(bytes(again))).problems).toEqual([
      { place, rule: 'schema', message: 'lists the same twice: items 7 and 2000' },
    ])
  })

  it('but not for a history of one moment that is written newest first', async () => {
    const given = changed(({ document: { tracking } }) => {
      for (const revision of tracking.revision_history) revision.date = tracking.current_release_date
      tracking.initial_release_date = tracking.current_release_date
      tracking.revision_history.reverse()
    })
    expect((await one(given)).revision).toBe('2')
  })
})

describe('an advisory of CSAF 2.1', () => {
  const changed21 = (change: (given: TestAdvisory21) => void) => {
    const given = advisory21()
    change(given)
    return given
  }
  const cvss4 = ({ vulnerabilities: [flaw] }: TestAdvisory21) => flaw?.metrics[0]?.content.cvss_v4 ?? {}

  it('is read like one of 2.0, with what only 2.1 has', async () => {
    const { id, title, severity, source, vulnerabilities, platforms, remedies } = await one(advisory21())
    expect([id, title.en, severity, source.tlp]).toEqual([
      'VALVES-2031-001',
      'Valves that can be opened from afar',
      3,
      'AMBER+STRICT',
    ])
    expect(platforms).toEqual([
      { platform: 'example-valves--valve-20.lt-2-4', rating: 3 },
      { platform: 'example-valves--valve-20.2-4', rating: 'none', status: 'fixed' },
    ])
    expect(vulnerabilities).toMatchObject([
      {
        cve: 'CVE-2031-4000',
        exploit: 'exploited',
        cvss: { version: '4.0', score: 5.3 },
        cwes: [{ id: 'CWE-280', name: 'Improper Handling of Insufficient Permissions or Privileges' }],
      },
    ])
    expect(remedies).toMatchObject([{ kind: 'fix-planned', text: { en: 'An update comes in May.' } }])
  })

  it('has its scores, dates, choices and paths where those of 2.0 are', () => {
    const { document, product_tree: tree, vulnerabilities } = fromCsaf21(advisory21() as Advisory21)
    expect(document.notes).toContainEqual({ category: 'details', title: 'Sharing group', text: 'Customers' })
    expect(tree?.relationships).toEqual([
      {
        category: 'default_component_of',
        product_reference: 'L',
        relates_to_product_reference: 'V1',
        full_product_name: { name: 'Valve Library 1.0 as a part of Valve 20 before 2.4', product_id: 'LV1' },
      },
    ])
    const [flaw] = vulnerabilities ?? []
    expect(flaw?.scores).toMatchObject([{ products: ['LV1'], cvss_v4: { baseScore: 5.3 } }])
    expect(flaw?.threats).toMatchObject([
      { category: 'exploit_status', details: 'Exploited:Yes', product_ids: ['LV1'] },
      { category: 'impact', details: 'Severity: Medium', product_ids: ['LV1'] },
    ])
    expect(flaw?.notes?.map(({ title = '', text }) => `${title}: ${text}`)).toEqual([
      ': The check is missing.',
      'Disclosed: 2031-02-20',
      'First known exploitation: 2031-02-25 (as of 2031-02-27)',
      'EPSS: 0.12 (percentile 0.93), 2031-02-28',
      'SSVC, 2031-02-28: - Exploitation: P\n\n- Valve Library 1.0 as a part of Valve 20 before 2.4',
    ])
  })

  it('keeps a path over several products as one product on the other', () => {
    const given = changed21(({ product_tree: { product_paths: paths } }) =>
      paths[0]?.subpaths.push({ category: 'installed_on', next_product_reference: 'V2' }),
    )
    const { product_tree: tree } = fromCsaf21(given as Advisory21)
    expect(tree?.relationships?.map(({ full_product_name: { name } }) => name)).toEqual([
      'Valve Library 1.0 default component of Valve 20 before 2.4',
      'Valve Library 1.0 as a part of Valve 20 before 2.4',
    ])
    const [first, second] = tree?.relationships ?? []
    expect(second?.product_reference).toBe(first?.full_product_name.product_id)
  })

  it.each<{ what: string; change: (given: TestAdvisory21) => void }>([
    { what: 'a score with one decimal, however binary fractions take it', change: () => {} },
    {
      what: 'a score of the whole vector of CVSS 4.0',
      change: (given) =>
        Object.assign(cvss4(given), {
          vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P',
          baseScore: 9.3,
          baseSeverity: 'CRITICAL',
        }),
    },
    {
      what: 'a history of one moment that is written newest first',
      change: ({ document: { tracking } }) => {
        const date = tracking.current_release_date
        tracking.version = '2'
        tracking.revision_history = ['2', '1'].map((number) => ({ date, number, summary: 'x' }))
      },
    },
    {
      what: 'relationships, as an earlier draft had them',
      change: (given) =>
        Object.assign(given.product_tree, {
          relationships: [
            {
              category: 'installed_on',
              product_reference: 'L',
              relates_to_product_reference: 'V2',
              full_product_name: { name: 'Valve Library on Valve 20 2.4', product_id: 'LV2' },
            },
          ],
        }),
    },
  ])('conforms with $what', async ({ change }) => {
    expect((await importCsaf(bytes(changed21(change)))).problems).toEqual([])
  })

  it('is said to be withdrawn where another one takes its place', async () => {
    const { document } = advisory21()
    const notes = [{ category: 'description', title: 'Reasoning for Supersession', text: 'See VALVES-2031-002.' }]
    const references = [
      ...document.references,
      { category: 'external', summary: 'Superseding Document', url: 'https://valves.example/v-2.json' },
    ]
    const { current_release_date: date } = document.tracking
    const revisions = ['1', '2'].map((number) => ({ date, number, summary: 'x' }))
    const tracking = { ...document.tracking, version: '2', revision_history: revisions }
    const superseded = { ...document, category: 'csaf_superseded', notes, references, tracking }
    const { $schema } = advisory21()
    expect((await importCsaf(bytes({ $schema, document: superseded }))).problems).toEqual([])
    expect(fromCsaf21({ document: superseded } as Advisory21).document.category).toBe('csaf_withdrawn')
  })

  it('tells of extensions, which are not read, and of fixes for what is fixed', async () => {
    const given = changed21(({ vulnerabilities: [flaw] }) => {
      const extension = { $schema: 'https://x.example/1', category: 'significant', critical: false, content: { a: 1 } }
      Object.assign(flaw ?? {}, {
        x_extensions: [extension],
        remediations: [{ category: 'vendor_fix', details: 'Update.', product_ids: ['LV1', 'V2'] }],
      })
    })
    expect(await importCsaf(bytes(given))).toMatchObject({
      bulletins: [{}],
      warnings: [
        { place: '/vulnerabilities/0/remediations/0', rule: '6.1.36' },
        { place: '/', rule: null, message: 'has an extension that is not read: https://x.example/1' },
      ],
    })
  })

  it.each<{ what: string; change: (given: TestAdvisory21) => void; problem: object }>([
    {
      what: 'a field too many',
      change: ({ document }) => Object.assign(document, { teaser: 'x' }),
      problem: {
        place: '/document',
        rule: 'schema',
        message: 'has a field that the standard does not know: "teaser"',
      },
    },
    {
      what: 'a score of two decimals',
      change: (given) => Object.assign(cvss4(given), { baseScore: 5.35 }),
      problem: {
        place: '/vulnerabilities/0/metrics/0/content/cvss_v4/baseScore',
        rule: '6.1.8',
        message: 'expected a multiple of 0.1; found 5.35',
      },
    },
    {
      what: 'a score that its vector does not give',
      change: (given) => Object.assign(cvss4(given), { baseScore: 5.2 }),
      problem: {
        place: '/vulnerabilities/0/metrics/0/content/cvss_v4/baseScore',
        rule: '6.1.9',
        message: 'invalid calculated value: 5.2',
      },
    },
    {
      what: 'a word for another score',
      change: (given) => Object.assign(cvss4(given), { baseSeverity: 'HIGH' }),
      problem: {
        place: '/vulnerabilities/0/metrics/0/content/cvss_v4',
        rule: '6.1.8',
        message: 'these do not fit together: baseScore 5.3, baseSeverity "HIGH"',
      },
    },
    {
      what: 'a path over a product that is nowhere defined',
      change: ({ product_tree: { product_paths: paths } }) =>
        Object.assign(paths[0]?.subpaths[0] ?? {}, { next_product_reference: 'V9' }),
      problem: { place: '/product_tree/product_paths/0/subpaths/0/next_product_reference', rule: '6.1.1' },
    },
    {
      what: 'a path that leads back to itself',
      change: ({ product_tree: { product_paths: paths } }) =>
        Object.assign(paths[0]?.subpaths[0] ?? {}, { next_product_reference: 'LV1' }),
      problem: { place: '/product_tree/product_paths/0/subpaths/0/next_product_reference', rule: '6.1.3' },
    },
    {
      what: 'a path with the id of another product',
      change: ({ product_tree: { product_paths: paths } }) =>
        Object.assign(paths[0]?.full_product_name ?? {}, { product_id: 'V1' }),
      problem: { place: '/product_tree/product_paths/0/full_product_name/product_id', rule: '6.1.2' },
    },
    {
      what: 'a day that there is not',
      change: ({ vulnerabilities: [flaw] }) => Object.assign(flaw ?? {}, { disclosure_date: '2031-04-31T00:00:00Z' }),
      problem: { place: '/vulnerabilities/0/disclosure_date', rule: '6.1.37' },
    },
    {
      what: 'a category that looks like one of the standard',
      change: ({ document }) => Object.assign(document, { category: 'withdrawn' }),
      problem: { place: '/document/category', rule: '6.1.26' },
    },
    {
      what: 'fixes for nothing but what is not affected',
      change: ({ vulnerabilities: [flaw] }) =>
        Object.assign(flaw ?? {}, {
          product_status: { known_affected: ['LV1'], known_not_affected: ['V2'] },
          remediations: [{ category: 'vendor_fix', details: 'Update.', product_ids: ['V2'] }],
        }),
      problem: { place: '/vulnerabilities/0/remediations/0', rule: '6.1.36' },
    },
  ])('is refused for $what', async ({ change, problem }) => {
    const { bulletins, problems } = await importCsaf(bytes(changed21(change)))
    expect(bulletins).toEqual([])
    expect(problems).toContainEqual(expect.objectContaining(problem))
  })
})

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['a text', '"x"'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a document that is cut off', JSON.stringify(advisory()).slice(0, 900)],
    ['brackets 100,000 deep', '['.repeat(100_000)],
    ['a reach into every object', '{"__proto__":{"document":{}}}'],
  ])('of %s ends in a clear problem', async (_, text) => {
    const { bulletins, problems } = await importCsaf(bytes(text))
    expect(bulletins).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })

  it('with any value anywhere ends in problems or in a bulletin, and never in a crash', async () => {
    const paths = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, item]) => [[...path, key], ...paths(item, [...path, key])])
        : []
    const all = paths(advisory())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.jsonValue(), async (path, value) => {
        const given: unknown = advisory()
        let at = given as Record<string | number, unknown>
        for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
        at[path.at(-1) ?? ''] = value
        const { bulletins, problems } = await importCsaf(bytes(given))
        expect(bulletins.length === 0).toBe(problems.length > 0)
      }),
      { numRuns: 150 },
    )
  })
})

// Those of CISA are imported where they are exported again.
describe.skipIf(!hasRealDocuments)('the real documents', () => {
  it.each([
    ['msrc-csaf', 3],
    [join('csaf-oasis', 'examples', 'csaf'), 19],
  ])('of %s, %i in all, import', async (folder, count) => {
    const files = realFiles(folder, '.json')
    expect(files).toHaveLength(count)
    const refused: string[] = []
    for (const file of files) {
      const { bulletins, problems } = await importCsaf(readFileSync(file))
      if (bulletins.length !== 1) refused.push(`${file}: ${JSON.stringify(problems[0])}`)
    }
    expect(refused).toEqual([])
  })

  it('of the standard are judged as it judges them, by every mandatory rule', async () => {
    const folder = realFolder(join('csaf-oasis', 'validator'))
    type Named = { name: string }
    type Case = { id: string; group: string; failures?: Named[]; valid?: Named[] }
    const { tests } = JSON.parse(readFileSync(join(folder, 'testcases.json'), 'utf8')) as { tests: Case[] }
    const wrong: string[] = []
    let judged = 0
    for (const { id, failures = [], valid = [] } of tests.filter(({ group }) => group === 'mandatory')) {
      for (const { name } of failures) {
        const { problems, warnings } = await importCsaf(readFileSync(join(folder, name)))
        judged += 1
        if (![...problems, ...warnings].some(({ rule }) => rule === id)) wrong.push(`${name} is not judged by ${id}`)
      }
      for (const { name } of valid) {
        const { problems, bulletins } = await importCsaf(readFileSync(join(folder, name)))
        judged += 1
        if (bulletins.length !== 1) wrong.push(`${name} is refused: ${JSON.stringify(problems[0])}`)
      }
    }
    expect(wrong).toEqual([])
    expect(judged).toBeGreaterThan(100)
  })
})
