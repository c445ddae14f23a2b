import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LifecycleProduct, SupportTerm } from '../../../src/contract/lifecycle.ts'
import { editionIn, endDays, supportState, termsFor } from '../../../src/domain/platforms/lifecycle.ts'
import { lifecycleOf } from '../../../src/domain/platforms/lifecycle-terms.ts'
import { platformOf } from '../../../src/feeds/platforms/product-name.ts'
import { readContent, readLifecycleContent } from '../../../src/server/content.ts'

const products = new Map((await readLifecycleContent()).map((each) => [each.product, each]))
const own = new Map((await readContent()).platforms.map((platform) => [platform.id, platform]))

const endsOf = (name: string) =>
  lifecycleOf(platformOf({ name, path: [] }), products)?.terms.map(({ until, edition }) =>
    edition === undefined ? until : `${edition} ${until}`,
  ) ?? null

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
const term: fc.Arbitrary<SupportTerm> = fc.record(
  { name: fc.constant('a'), until: fc.oneof(day, fc.constantFrom('open' as const, 'ended' as const)), paidUntil: day },
  { requiredKeys: ['name', 'until'] },
)
const terms = fc.array(term, { maxLength: 4 })

describe('how supported a platform is', () => {
  const paid: SupportTerm = { name: '22H2', until: '2025-10-14', paidUntil: '2028-10-10' }

  it.each([
    ['2025-10-14', 'supported'],
    ['2025-10-15', 'esu'],
    ['2028-10-10', 'esu'],
    ['2028-10-11', 'ended'],
  ])('is told by the last day of support: on %s it is %s', (today, state) => {
    expect(supportState([paid], today)).toBe(state)
  })

  it('is not known without an end, open where none is named, and ended where only that is known', () => {
    expect(supportState([], '2026-11-28')).toBe('unknown')
    expect(supportState([{ name: 'a', until: 'open' }], '2999-01-01')).toBe('supported')
    expect(supportState([{ name: 'a', until: 'ended' }], '1999-01-01')).toBe('ended')
  })

  it('never turns from ended into anything else, and once known stays known', () => {
    fc.assert(
      fc.property(terms, day, day, (given, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one]
        const [before, after] = [supportState(given, early), supportState(given, late)]
        if (before === 'ended') expect(after).toBe('ended')
        expect(after === 'unknown').toBe(before === 'unknown')
        // Nothing that is over is supported again.
        if (after === 'supported') expect(before).toBe('supported')
      }),
    )
  })

  it('ends between the first and the last of its days', () => {
    fc.assert(
      fc.property(terms, day, (given, today) => {
        const { first, last } = endDays(given)
        expect((first ?? '') <= (last ?? '9999')).toBe(true)
        const isPaid = given.some(({ paidUntil }) => paidUntil !== undefined)
        const isOver = last === null || isPaid ? null : today > last
        expect(isOver ?? supportState(given, today) === 'ended').toBe(supportState(given, today) === 'ended')
      }),
    )
  })

  it('is that of the edition, where its name tells which', () => {
    const found = lifecycleOf(platformOf({ name: 'Windows 11 Version 24H2 for x64-based Systems', path: [] }), products)
    const untilOf = (edition: string | null) => termsFor(found?.terms ?? [], edition).map(({ until }) => until)
    expect(untilOf('Windows 11 Pro')).toEqual(['2026-10-13'])
    expect(untilOf('Windows 11 Enterprise')).toEqual(['2027-10-12'])
    expect(untilOf('Windows 11 Enterprise LTSC 2024')).toEqual(['2029-10-09'])
    expect(untilOf('Windows 11 IoT Enterprise LTSC 2024')).toEqual(['2034-10-10'])
    expect(untilOf('Desktop of the lab')).toHaveLength(4)
    expect(editionIn('Windows Server 2019 Standard')).toBeNull()
  })
})

describe('the ends of support of a platform', () => {
  it.each([
    ['Windows 10 Version 22H2 for x64-based Systems', ['2025-10-14']],
    ['Windows 10 Version 1809 for 32-bit Systems', ['home-pro 2020-11-10', 'enterprise 2021-05-11', 'ltsc 2029-01-09']],
    ['Windows 10 for x64-based Systems', ['2017-05-09', 'iot 2020-11-10', 'ltsc 2025-10-14']],
    ['Windows Server 2019 (Server Core installation)', ['2029-01-09']],
    ['Windows Server 2008 R2 for x64-based Systems Service Pack 1', ['2020-01-14']],
    ['Windows Server 2022, 23H2 Edition (Server Core installation)', ['2026-05-12']],
    ['Windows Server, version 1803 (Server Core Installation)', ['2019-11-12']],
    ['Windows Vista Service Pack 2', ['2017-04-11']],
    ['Microsoft Office 2016 (64-bit edition)', ['2025-10-14']],
    ['Microsoft Office LTSC 2024 for 64-bit editions', ['2029-10-09']],
    ['Microsoft SQL Server 2014 Service Pack 2 for x64-based Systems (GDR)', ['2020-01-14']],
    ['Microsoft SQL Server 2022 for x64-based Systems (GDR)', ['2033-01-11']],
    ['Microsoft Exchange Server 2019 Cumulative Update 14', ['2025-10-14']],
    ['Microsoft SharePoint Enterprise Server 2016', ['2026-07-14']],
    ['Microsoft SharePoint Server Subscription Edition', ['open']],
    ['.NET 8.0', ['2026-11-10']],
    ['Microsoft Visual Studio 2022 version 17.8', ['2025-07-08']],
    ['PowerShell 7.4', ['2026-11-10']],
    // It runs no longer than the Windows that it is on.
    ['Microsoft .NET Framework 4.8 on Windows 7 for x64-based Systems Service Pack 1', ['2020-01-14']],
    ['Microsoft .NET Framework 4.6.2 on Windows Server 2019', ['2027-01-12']],
    ['Internet Explorer 11 on Windows Server 2019', ['2029-01-09']],
    // Of these the source says nothing.
    ['Microsoft Office 2016 for Mac', null],
    ['Microsoft Office LTSC 2021 for 64-bit editions', null],
    ['Windows 11 for x64-based Systems', null],
    ['Windows Server 2008 for x64-based Systems', null],
    ['Microsoft Edge (Chromium-based)', null],
    ['Microsoft .NET Framework 3.5 AND 4.8 on Windows Server 2019', null],
    ['Windows 12 Version 30H2', null],
  ])('"%s" are %j', (name, expected) => {
    expect(endsOf(name)).toEqual(expected)
  })

  it('that ships with the product are those of its own version', () => {
    const untilOf = (id: string) => {
      const platform = own.get(id)
      return platform && lifecycleOf(platform, products)?.terms.map(({ until }) => until)
    }
    expect(untilOf('windows-server-2003.sp1')).toEqual(['2009-04-14'])
    expect(untilOf('windows-2000.sp4.server')).toEqual(['2010-07-13'])
    for (const id of ['windows-2000.sp4.professional', 'windows-xp.sp2', 'office.xp', 'sharepoint.services'])
      expect(untilOf(id)).toBeUndefined()
  })

  it('are not known where the source does not have the product', () => {
    expect(
      lifecycleOf({ family: 'Office', version: '2016', variant: null }, new Map<string, LifecycleProduct>()),
    ).toBeNull()
  })
})
