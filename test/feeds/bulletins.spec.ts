import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/domain/revisions/canonical.ts'
import { importBulletins } from '../../src/feeds/bulletins/import.ts'
import { importKev } from '../../src/feeds/kev/import.ts'
import { readContent } from '../../src/server/content.ts'
import { wholeBulletin } from '../support/whole-bulletin.ts'

const content = await readContent()
const bytes = (text: string) => new TextEncoder().encode(text)
const [first, second] = content.bulletins.map((each) => canonical(each))
const whole = { keepGoing: false }

describe('bulletins in our own shape', () => {
  it('come back as they were written, one to a line', () => {
    const lines = [
      ...content.platforms.map((platform) => JSON.stringify(platform)),
      ...content.bulletins.map(canonical),
    ]
    const { platforms, bulletins } = content
    expect(importBulletins(bytes(`${lines.join('\n')}\n`), whole)).toMatchObject({ platforms, bulletins, problems: [] })
  })

  it('come back byte for byte in the canonical form', () => {
    fc.assert(
      fc.property(wholeBulletin, (given) => {
        const { bulletins, problems } = importBulletins(bytes(canonical(given)), whole)
        expect(problems).toEqual([])
        expect(bulletins.map(canonical)).toEqual([canonical(given)])
      }),
    )
  })

  it.each([
    ['as the API gives one', () => JSON.stringify(content.bulletins[0], null, 2), 1],
    ['as a list', () => `[${first},${second}]`, 2],
    ['with a byte order mark', () => `\uFEFF${first}`, 1],
    ['of none', () => '[]', 0],
  ])('%s are read', (_, text, count) => {
    const { bulletins, problems } = importBulletins(bytes(text()), whole)
    expect([bulletins.length, problems]).toEqual([count, []])
  })

  it('are refused whole for one bad line, which is named with its field', () => {
    const bad = (first ?? '').replace('"restart":"', '"restart":"perhaps-')
    const { bulletins, problems } = importBulletins(bytes(`${second}\n${bad}\n{"cut`), whole)
    expect(bulletins).toEqual([])
    expect(problems.map(({ place }) => place)).toEqual(['line 2: restart', 'line 3'])
    expect(problems[1]?.message).toMatch(/^is not JSON: /)
  })

  it('are taken as far as they are good, where that is asked for', () => {
    const { bulletins, problems } = importBulletins(bytes(`${second}\n{"id":"x"}\n${first}`), { keepGoing: true })
    expect(bulletins).toHaveLength(2)
    expect(problems.length).toBeGreaterThan(0)
  })

  it.each([
    ['lines', '{}\n'.repeat(350_000)],
    ['items', `[${'1,'.repeat(350_000)}1]`],
    [
      'fields of one bulletin',
      JSON.stringify({ ...JSON.parse(first ?? '{}'), revisions: Array.from({ length: 60_000 }, () => ({})) }),
    ],
  ])('that are wrong in very many %s have a hundred problems listed', (_, text) => {
    const { bulletins, problems, problemCount = 0 } = importBulletins(bytes(text), whole)
    expect([bulletins, problems.length <= 100, problemCount >= problems.length]).toEqual([[], true, true])
    expect(problems.length).toBeGreaterThan(0)
  })

  it.each([
    ['nested 100,000 deep', '['.repeat(100_000), /nested deeper than 200/],
    ['cut off', (first ?? '').slice(0, 500), /is not JSON/],
    ['that are no object', '42', /./],
    ['with a field that would reach into every object', `{"__proto__":{"id":"x"}}`, /./],
  ])('%s end in a clear problem', (_, text, told) => {
    const { bulletins, problems } = importBulletins(bytes(text), whole)
    expect(bulletins).toEqual([])
    expect(problems.map(({ message }) => message).join()).toMatch(told)
    expect(Object.prototype).not.toHaveProperty('id')
  })

  it('of any kind, cut and patched anywhere, never crash it', () => {
    const good = `${first}\n${second}`
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(60), fc.string({ maxLength: 9 }), (at, length, put) => {
        const { bulletins, problems } = importBulletins(bytes(good.slice(0, at) + put + good.slice(at + length)), whole)
        expect(bulletins.length === 0 || problems.length === 0).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe("CISA's catalogue", () => {
  const entry = { cveID: 'CVE-2005-0048', dateAdded: '2025-08-25', knownRansomwareCampaignUse: 'Known', notes: 'x' }
  const catalogue = (vulnerabilities: unknown[], more: object = {}) =>
    bytes(JSON.stringify({ catalogVersion: '2025.08.25', vulnerabilities, ...more }))

  it('gives each CVE with its day and whether ransomware uses it', () => {
    const { entries } = importKev(
      catalogue([entry, { ...entry, cveID: 'CVE-2005-0049', knownRansomwareCampaignUse: 'Unknown' }]),
    )
    expect(entries).toEqual([
      { cve: 'CVE-2005-0048', addedOn: '2025-08-25', ransomware: true },
      { cve: 'CVE-2005-0049', addedOn: '2025-08-25', ransomware: false },
    ])
  })

  it('says until when somebody has to act, and what to do', () => {
    const { entries } = importKev(
      catalogue([{ ...entry, cveID: ' CVE-2005-0048 ', dueDate: '2025-09-15', requiredAction: ' Apply updates. \n' }]),
    )
    expect(entries).toEqual([
      {
        cve: 'CVE-2005-0048',
        addedOn: '2025-08-25',
        dueOn: '2025-09-15',
        requiredAction: 'Apply updates.',
        ransomware: true,
      },
    ])
  })

  it('without a word on ransomware says nothing of it, neither yes nor no', () => {
    const { entries } = importKev(catalogue([{ cveID: 'CVE-2005-0048', dateAdded: '2025-08-25' }]))
    expect(entries).toEqual([{ cve: 'CVE-2005-0048', addedOn: '2025-08-25' }])
  })

  it('is one document, whose versions go by number and then by moment', () => {
    const dateReleased = '2025-08-25T17:04:19.9796Z'
    expect(importKev(catalogue([entry], { dateReleased })).document).toEqual({
      key: 'kev',
      order: [{ version: '2025.08.25' }, { moment: dateReleased }],
    })
  })

  it('that breaks off in the middle is refused whole, and says where', () => {
    const whole = catalogue([entry, entry])
    const { document, entries, problems } = importKev(whole.slice(0, -30))
    expect([document, entries]).toEqual([null, []])
    expect(problems[0]?.message).toContain('is not JSON')
  })

  it('is refused whole for one bad entry, which is named', () => {
    const { entries, problems } = importKev(catalogue([entry, { ...entry, dateAdded: 'soon' }]))
    expect([entries, problems.map(({ place }) => place)]).toEqual([[], ['vulnerabilities.1.dateAdded']])
  })

  it('of any kind, cut and patched anywhere, is read whole or refused', () => {
    const good = JSON.stringify({ catalogVersion: '1', vulnerabilities: [entry, entry] })
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 9 }), (at, length, put) => {
        const { entries, problems } = importKev(bytes(good.slice(0, at) + put + good.slice(at + length)))
        expect(entries.length === 0 || problems.length === 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
