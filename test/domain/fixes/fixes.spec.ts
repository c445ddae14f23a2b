import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { FixLine } from '../../../src/contract/fixes.ts'
import { fixIndexer } from '../../../src/domain/fixes/candidates.ts'
import { coveringOf } from '../../../src/domain/fixes/covering.ts'
import { fixFactsOf, type FixFacts } from '../../../src/domain/fixes/facts.ts'
import { linesOn, platformFixes } from '../../../src/domain/fixes/platform-fixes.ts'
import { bulletinsOf, july, june, may, onFile, outOfBand, type MonthFix } from './months.ts'

const indexOf = (facts: readonly FixFacts[]) => {
  const indexer = fixIndexer()
  for (const each of facts) indexer.add(each)
  return indexer.index()
}
const indexFor = (bulletins: readonly Bulletin[]) => indexOf(bulletins.map(fixFactsOf))
const told = (lines: readonly FixLine[]) =>
  lines.flatMap(({ line, fixes }) =>
    fixes.map(({ bulletin, state, reason }) => [line, state, bulletin, reason.code].join(' ')),
  )
const linesFor = (bulletins: readonly Bulletin[], platform: string) => linesOn(indexFor(bulletins), platform)

const server = 'windows-server-2025.rtm'
const old = 'windows-server-2012-r2.rtm'

describe('what is to be installed on a platform', () => {
  it('is the newest cumulative update; its hotpatch is the alternative, and older ones of both are contained', async () => {
    const lines = linesFor(onFile([await may(), await june()]), server)
    expect(told(lines)).toEqual([
      'cumulative install KB5100011 newest',
      'cumulative alternative KB5100012 hotpatch',
      'cumulative contained KB5100001 superseded',
      'cumulative contained KB5100002 superseded',
    ])
  })

  it('is the same for Server Core and for both architectures, and is told of them together', async () => {
    const index = indexFor(onFile([await may(), await june()]))
    const { products } = platformFixes(index, 'windows-11.24h2', (platform) => linesOn(index, platform))
    expect(products.map(({ platforms }) => platforms)).toEqual([['windows-11.24h2.arm64', 'windows-11.24h2.x64']])
    expect(linesOn(index, `${server}.server-core`)).toEqual(linesOn(index, server))
  })

  it('of Windows Server 2022 is not that of its 23H2 Edition, which has a name of its own', async () => {
    const bulletins = await bulletinsOf('2026-Jun', '2026-06-09', [
      { label: '5100041', on: ['server2022'], build: '10.0.20348.3807' },
      { label: '5100042', on: ['edition'], build: '10.0.25398.1665' },
    ])
    const index = indexFor(bulletins)
    const install = (platform: string) =>
      platformFixes(index, platform, (id) => linesOn(index, id)).products.flatMap(({ lines }) => told(lines))
    expect(install('windows-server-2022')).toEqual(['cumulative install KB5100041 only'])
    expect(install('windows-server-2022.23h2')).toEqual(['cumulative install KB5100042 only'])
  })

  it('tells of a hotpatch that the source wants a restart for it, and of no other fix', async () => {
    const [line] = linesFor(await june(), server)
    expect(line?.fixes.map(({ bulletin, doubts }) => [bulletin, doubts])).toEqual([
      ['KB5100011', []],
      ['KB5100012', [{ code: 'restart' }]],
    ])
  })

  it('is the baseline in a baseline month: the hotpatch before it is contained', async () => {
    const lines = linesFor(onFile([await may(), await june(), await july()]), server)
    expect(lines[0]?.fixes[0]).toMatchObject({ bulletin: 'KB5100021', state: 'install' })
    expect(lines[0]?.fixes.find(({ bulletin }) => bulletin === 'KB5100012')).toMatchObject({
      state: 'contained',
      reason: { code: 'baseline', by: 'KB5100021', of: 'KB5100011' },
    })
  })

  it('is an out-of-band update where it is for the platform, and that of the month elsewhere', async () => {
    const bulletins = onFile([await june(), await outOfBand()])
    expect(linesFor(bulletins, server)[0]?.fixes[0]?.bulletin).toBe('KB5100022')
    expect(linesFor(bulletins, 'windows-11.24h2.x64')[0]?.fixes[0]?.bulletin).toBe('KB5100021')
  })

  it('is known by the build where nothing says what replaces what; long-term and server editions share it', async () => {
    const bulletins = onFile([await may(), await june()])
    const lines = linesFor(bulletins, 'windows-10.1607.x64')
    expect(lines).toEqual(linesFor(bulletins, 'windows-server-2016.rtm'))
    expect(lines[0]?.fixes[1]?.reason).toEqual({
      code: 'older-build',
      by: 'KB5100013',
      build: '10.0.14393.8066',
      newer: '10.0.14393.8148',
    })
  })

  it('is the rollup of an older Windows, or in its place the security-only updates of its release', async () => {
    expect(told(linesFor(onFile([await may(), await june()]), old))).toEqual([
      'cumulative install KB5100014 newest',
      'cumulative alternative KB5100018 security-only',
      'cumulative alternative KB5100015 security-only',
      'cumulative contained KB5100005 rollup',
      'cumulative contained KB5100004 superseded',
    ])
  })

  it('are all security-only updates where there is no rollup: none has the one before it', async () => {
    const only = (label: string, build: string): MonthFix => ({ label, kind: 'Security Only', on: ['old'], build })
    const bulletins = onFile([
      await bulletinsOf('2026-May', '2026-05-12', [only('5100005', '6.3.9600.22577')]),
      await bulletinsOf('2026-Jun', '2026-06-09', [only('5100015', '6.3.9600.22620')]),
    ])
    expect(told(linesFor(bulletins, old))).toEqual([
      'cumulative install KB5100015 not-replaced',
      'cumulative install KB5100005 not-replaced',
    ])
  })

  it('has programs beside it as product lines of their own', async () => {
    const bulletins = onFile([await may(), await june()])
    const index = indexFor(bulletins)
    const { products, beside } = platformFixes(index, 'windows-10.1607.x64', (platform) => linesOn(index, platform))
    expect(products.flatMap(({ lines }) => told(lines)).filter((each) => each.includes('install'))).toEqual([
      'cumulative install KB5100013 newest',
    ])
    expect(beside.flatMap(({ lines }) => told(lines))).toEqual([
      'cumulative install KB5100016 newest',
      'cumulative contained KB5100006 superseded',
    ])
  })

  it('is no update of a program that is one of its Windows, too, and that a newer one of this contains', async () => {
    const bulletins = onFile([
      await bulletinsOf('2026-May', '2026-05-12', [{ label: '5100031', on: ['ltsc', 'framework'] }]),
      await bulletinsOf('2026-Jun', '2026-06-09', [{ label: '5100032', on: ['ltsc'], supersedes: '5100031' }]),
    ])
    const index = indexFor(bulletins)
    const { beside } = platformFixes(index, 'windows-10.1607.x64', (platform) => linesOn(index, platform))
    expect(beside.flatMap(({ lines }) => told(lines))).toEqual(['cumulative contained KB5100031 superseded'])
  })

  it('is the newest version of a program that has no KB, and each fix of a program that comes in parts', async () => {
    const bulletins = onFile([await may(), await june()])
    expect(told(linesFor(bulletins, 'microsoft-edge.chromium-based'))).toEqual([
      'program install MSRC-2026-Jun-release-notes newest',
      'program contained MSRC-2026-May-release-notes older-build',
    ])
    expect(told(linesFor(bulletins, 'sharepoint.enterprise-2016'))).toEqual([
      'separate install KB5100019 not-replaced',
      'separate install KB5100017 not-replaced',
      'separate contained KB5100007 superseded',
    ])
  })
})

describe('where sources do not go together', () => {
  const on = ['server'] as const
  const build = (number: number) => `10.0.26100.${number}`

  it('supersedence counts against a misprinted build, and the doubt is told', async () => {
    const [line] = linesFor(
      await bulletinsOf('2026-Jun', '2026-06-09', [
        { label: '5100031', on, build: build(1803) },
        { label: '5100032', on, build: build(1107), supersedes: '5100031' },
      ]),
      server,
    )
    expect(line?.fixes[0]).toMatchObject({
      bulletin: 'KB5100032',
      doubts: [{ code: 'contradiction', bulletin: 'KB5100031', trusted: 'supersedence' }],
    })
  })

  it('a word of supersedence does not count that build and day both contradict, and the doubt is told', async () => {
    const [line] = linesFor(
      onFile([
        await bulletinsOf('2026-May', '2026-05-12', [
          { label: '5100031', on, build: build(4000), supersedes: '5100032' },
        ]),
        await bulletinsOf('2026-Jun', '2026-06-09', [{ label: '5100032', on, build: build(4100) }]),
      ]),
      server,
    )
    expect(line?.fixes.map(({ bulletin, state }) => [bulletin, state])).toEqual([
      ['KB5100032', 'install'],
      ['KB5100031', 'contained'],
    ])
    expect(line?.fixes[0]?.doubts).toEqual([{ code: 'contradiction', bulletin: 'KB5100031', trusted: 'build' }])
  })

  it('a loop of supersedence tells nothing: the build does', async () => {
    const [line] = linesFor(
      await bulletinsOf('2026-Jun', '2026-06-09', [
        { label: '5100031', on, build: build(4200), supersedes: '5100032' },
        { label: '5100032', on, build: build(4100), supersedes: '5100031' },
      ]),
      server,
    )
    expect(line?.fixes.map(({ bulletin, state }) => [bulletin, state])).toEqual([
      ['KB5100031', 'install'],
      ['KB5100032', 'contained'],
    ])
    expect(line?.fixes[0]?.doubts).toEqual([{ code: 'loop', bulletins: ['KB5100032'] }])
  })

  it('two without a word and without builds stay undecided, both named', async () => {
    const [line] = linesFor(
      await bulletinsOf('2026-Jun', '2026-06-09', [
        { label: '5100031', on, supersedes: '5099990' },
        { label: '5100032', on, supersedes: '5099991' },
      ]),
      server,
    )
    expect(line?.fixes).toMatchObject([
      { bulletin: 'KB5100032', state: 'install', doubts: [{ code: 'undecided', bulletins: ['KB5100031'] }] },
      { bulletin: 'KB5100031', state: 'alternative', reason: { code: 'undecided', of: 'KB5100032' } },
    ])
  })

  it('a fix without a build, which nothing relates to the others, is for itself', async () => {
    const lines = linesFor(
      await bulletinsOf('2026-Jun', '2026-06-09', [
        { label: '5100031', on, build: build(4200) },
        { label: '5100032', on },
      ]),
      server,
    )
    expect(told(lines)).toEqual(['cumulative install KB5100031 only', 'separate install KB5100032 not-replaced'])
    expect(lines[1]?.fixes[0]?.doubts).toEqual([{ code: 'no-build' }])
  })

  it('a re-release with another build is the one fix with its larger build', async () => {
    const bulletins = onFile([
      await bulletinsOf('2026-May', '2026-05-12', [{ label: '5100031', on, build: build(4000) }]),
      await bulletinsOf('2026-Jun', '2026-06-09', [{ label: '5100031', on, build: build(4010) }]),
    ])
    expect(linesFor(bulletins, server)[0]?.fixes).toMatchObject([{ bulletin: 'KB5100031', build: build(4010) }])
  })
})

describe('a machine has a fix, too,', () => {
  it('by a newer one, by its hotpatch, and by the update that a hotpatch is in place of', async () => {
    const index = indexFor(onFile([await may(), await june(), await july()]))
    const by = (id: string) =>
      coveringOf(index, id)
        .map(({ bulletin }) => bulletin)
        .toSorted()
    expect(by('KB5100001')).toEqual(['KB5100011', 'KB5100021'])
    expect(by('KB5100021')).toEqual([])
    const before = indexFor(onFile([await may(), await june()]))
    expect(coveringOf(before, 'KB5100011')).toEqual([{ bulletin: 'KB5100012', isForTheSame: true }])
    expect(coveringOf(before, 'KB5100012')).toEqual([{ bulletin: 'KB5100011', isForTheSame: true }])
  })
})

describe('of any fixes of a platform', () => {
  const platform = 'windows-11.24h2.x64'
  const id = (number: number) => `KB50000${number}`
  const facts = fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 10, max: 30 }),
        day: fc.integer({ min: 10, max: 28 }),
        build: fc.option(fc.integer({ min: 4000, max: 4020 }).map((last) => `10.0.26100.${last}`)),
        supersedes: fc.uniqueArray(fc.integer({ min: 10, max: 30 }).map(id), { maxLength: 3 }),
        kind: fc.constantFrom('update' as const, 'update' as const, 'hotpatch' as const),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ number, day, build, supersedes, kind }): FixFacts => ({
        id: id(number),
        kb: [],
        publishedOn: `2026-06-${day}`,
        restart: 'required',
        supersedes,
        packages: [{ kind, label: null, platforms: [platform], build }],
        baselines: [],
      })),
    )

  it('at most one is to be installed in a cumulative line, and each is told once', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const lines = linesOn(indexOf(all), platform)
        const cumulative = lines.filter(({ line }) => line === 'cumulative').flatMap(({ fixes }) => fixes)
        const hasUpdate = cumulative.some(({ bulletin }) =>
          all.some((each) => each.id === bulletin && each.packages[0]?.kind === 'update'),
        )
        if (hasUpdate) expect(cumulative.filter(({ state }) => state === 'install')).toHaveLength(1)
        const ids = lines.flatMap(({ fixes }) => fixes.map(({ bulletin }) => bulletin))
        expect(ids.toSorted()).toEqual(all.map((each) => each.id).toSorted())
      }),
    )
  })

  it('what is contained is in one that is on file', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const ids = new Set(all.map((each) => each.id))
        for (const { fixes } of linesOn(indexOf(all), platform))
          for (const { bulletin, state, reason } of fixes) {
            expect(state === 'contained').toBe('by' in reason)
            if ('by' in reason) expect([ids.has(reason.by), reason.by === bulletin]).toEqual([true, false])
          }
      }),
    )
  })

  it('an older one that comes later changes nothing of what is to be installed', () => {
    fc.assert(
      fc.property(facts, (all) => {
        // A hotpatch alone gives way to any update.
        fc.pre(all.some(({ packages }) => packages[0]?.kind === 'update'))
        const install = (given: readonly FixFacts[]) =>
          linesOn(indexOf(given), platform)
            .flatMap(({ fixes }) => fixes)
            .filter(({ state }) => state === 'install')
            .map(({ bulletin }) => bulletin)
        const before = install(all)
        const older: FixFacts = {
          id: id(99),
          kb: [],
          publishedOn: '2026-05-01',
          restart: 'required',
          supersedes: [],
          packages: [{ kind: 'update', label: null, platforms: [platform], build: '10.0.26100.3999' }],
          baselines: [],
        }
        const newer = all.map((each) =>
          before.includes(each.id) ? { ...each, supersedes: [...each.supersedes, older.id] } : each,
        )
        expect(install([...newer, older])).toEqual(install(newer))
      }),
    )
  })
})
