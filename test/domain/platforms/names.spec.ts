import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { platformReader, wordsOfName } from '../../../src/domain/platforms/names.ts'
import { byNewestVersion, suggestedPlatforms } from '../../../src/domain/platforms/suggestions.ts'
import { isWindows, versionOfOwnName } from '../../../src/domain/platforms/windows.ts'

const of = (id: string, label: string, vendor?: string) => {
  const [family = '', version = null, variant = null] = id.split('.')
  const name = label.split(/ Version | for | \(|, | \d\dH\d| CU/)[0] ?? family
  return { id, family: name, version: version?.toUpperCase() ?? null, variant, label: { en: label }, vendor }
}

/** As documents of today name them; the rows without a bit size are families and versions of which only parts are on file. */
const platforms = [
  of('windows-2000', 'Windows 2000'),
  of('windows-2000.sp4', 'Windows 2000 SP4'),
  of('windows-10', 'Windows 10'),
  of('windows-10.20h2', 'Windows 10 20H2'),
  of('windows-10.2004', 'Windows 10 2004'),
  of('windows-10.22h2', 'Windows 10 22H2'),
  of('windows-10.22h2.x64', 'Windows 10 Version 22H2 for x64-based Systems'),
  of('windows-10.22h2.32-bit', 'Windows 10 Version 22H2 for 32-bit Systems'),
  of('internet-explorer.11.windows-server-2019', 'Internet Explorer 11 on Windows Server 2019'),
  of('sharepoint.2019', 'Microsoft SharePoint Server 2019'),
  of('windows-server-2019', 'Windows Server 2019'),
  of('windows-server-2019.rtm', 'Windows Server 2019'),
  of('windows-server-2019.rtm.server-core', 'Windows Server 2019 (Server Core installation)'),
  of('windows-server-2022', 'Windows Server 2022'),
  of('windows-server-2022.rtm', 'Windows Server 2022'),
  of('windows-server-2022.23h2', 'Windows Server 2022 23H2'),
  of('windows-server-2022.23h2.server-core', 'Windows Server 2022, 23H2 Edition (Server Core installation)'),
  of('windows-11', 'Windows 11'),
  of('windows-11.23h2', 'Windows 11 23H2'),
  of('windows-11.23h2.x64', 'Windows 11 Version 23H2 for x64-based Systems'),
  of('windows-11.24h2', 'Windows 11 24H2'),
  of('windows-11.24h2.arm64', 'Windows 11 Version 24H2 for ARM64-based Systems'),
  of('windows-11.24h2.x64', 'Windows 11 Version 24H2 for x64-based Systems'),
  of('maker-a--engine', 'Engine', 'Maker A'),
  of('maker-b--engine', 'Engine', 'Maker B'),
]
const read = platformReader(platforms)

describe('the name of a platform', () => {
  it.each([
    ['Windows Server 2019', 'windows-server-2019.rtm'],
    ['server 2019', 'windows-server-2019.rtm'],
    ['Windows サーバー 2019', 'windows-server-2019.rtm'],
    ['Windows Server 2019 RTM', 'windows-server-2019.rtm'],
    ['Windows Server 2019 Server Core', 'windows-server-2019.rtm.server-core'],
    ['Server 2019 Core', 'windows-server-2019.rtm.server-core'],
    ['Windows Server 2022', 'windows-server-2022.rtm'],
    ['Windows Server 2022 23H2', 'windows-server-2022.23h2'],
    ['win11', 'windows-11'],
    ['ｗｉｎ １１ 24H2', 'windows-11.24h2'],
    ['11 24H2', 'windows-11.24h2'],
    ['Windows 11 24H2 (x64)', 'windows-11.24h2.x64'],
    ['Windows 10 22H2 x86', 'windows-10.22h2.32-bit'],
    ['Windows 2000 Service Pack 4', 'windows-2000.sp4'],
  ])('means one platform, however it is written: %s', (name, id) => expect(read(name)).toEqual({ is: 'one', id }))

  it('is that of the family where an id says so', () =>
    expect(read('windows-server-2019')).toEqual({ is: 'one', id: 'windows-server-2019' }))

  it('is refused where several have it, and where none has', () => {
    expect(read('Engine')).toEqual({ is: 'several', ids: ['maker-a--engine', 'maker-b--engine'] })
    expect(read('2019')).toEqual({ is: 'none' })
    expect(read('')).toEqual({ is: 'none' })
  })

  it('means the same in capitals, in wide letters, with other spaces and in another order', () => {
    const wide = (name: string) =>
      name.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    const backwards = (name: string) => name.split(' ').toReversed().join(' ')
    const ways: ((name: string) => string)[] = [
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      wide,
      (name) => `  ${name.replaceAll(' ', '  ')} `,
      (name) => name.replace(/^Windows (?=\d)/, 'Win'),
      (name) => name.replace('Version ', ''),
      (name) => name.replace('-based Systems', ''),
      (name) => name.replace('for x64-based Systems', '64-bit'),
      backwards,
    ]
    const named = platforms.filter(({ vendor }) => vendor === undefined)
    fc.assert(
      fc.property(fc.constantFrom(...named), fc.subarray(ways), ({ label }, chosen) => {
        const written = chosen.reduce((name, way) => way(name), label.en)
        // "Server Core" are two words that stand together.
        fc.pre(!(label.en.includes('Core') && chosen.includes(backwards)))
        expect(read(written)).toEqual(read(label.en))
      }),
    )
  })

  it('means itself, or the version that has the name of its family', () => {
    for (const { id, label, vendor } of platforms) {
      if (vendor !== undefined) continue
      expect(read(label.en)).toEqual({
        is: 'one',
        id:
          versionOfOwnName(
            id,
            platforms.map((each) => each.id),
          ) ?? id,
      })
    }
  })

  it('has words that tell it from others, and no more', () => {
    expect(wordsOfName('Windows 11 Version 24H2 for x64-based Systems')).toEqual(wordsOfName('win11 24h2 64-bit'))
    expect(wordsOfName('windows-server-2019.rtm.server-core')).toEqual([
      'windows',
      'server',
      '2019',
      'rtm',
      'servercore',
    ])
  })
})

describe('the family of Windows that has a version of its own name', () => {
  it('is one whose other versions have names of their own', () => {
    expect(versionOfOwnName('windows-server-2022', ['windows-server-2022.rtm', 'windows-server-2022.23h2'])).toBe(
      'windows-server-2022.rtm',
    )
    expect(versionOfOwnName('windows-xp', ['windows-xp.rtm', 'windows-xp.sp1'])).toBeNull()
    expect(versionOfOwnName('windows-server-2019.rtm', ['windows-server-2019.rtm'])).toBeNull()
  })

  it('is no program that has Windows in its name', () => {
    expect(['windows-11.24h2', 'windows-server-2019', 'windows-me'].every(isWindows)).toBe(true)
    expect(['windows-media-player', 'windows-messenger', 'windows-sdk'].some(isWindows)).toBe(false)
  })
})

describe('what is proposed for a text', () => {
  const proposed = (text: string) => suggestedPlatforms(platforms, text, 6).map(({ id }) => id)

  it.each([
    ['win11', ['windows-11', 'windows-11.24h2', 'windows-11.24h2.x64', 'windows-11.24h2.arm64', 'windows-11.23h2']],
    ['win 11 24h2', ['windows-11.24h2', 'windows-11.24h2.x64', 'windows-11.24h2.arm64']],
    ['11 24h', ['windows-11.24h2', 'windows-11.24h2.x64', 'windows-11.24h2.arm64']],
    ['server 2019', ['windows-server-2019.rtm', 'windows-server-2019.rtm.server-core', 'sharepoint.2019']],
    ['2019', ['windows-server-2019.rtm', 'windows-server-2019.rtm.server-core', 'sharepoint.2019']],
    [
      'windows 10',
      ['windows-10', 'windows-10.22h2', 'windows-10.22h2.x64', 'windows-10.22h2.32-bit', 'windows-10.20h2'],
    ],
    ['server core 2022', ['windows-server-2022.23h2.server-core']],
  ])('begins with what one means by "%s"', (text, ids) => expect(proposed(text).slice(0, ids.length)).toEqual(ids))

  it('has programs on a Windows last', () =>
    expect(proposed('server 2019').at(-1)).toBe('internet-explorer.11.windows-server-2019'))

  it('is nothing for no text, and for one that no name has', () => {
    expect(proposed(' ')).toEqual([])
    expect(proposed('beos')).toEqual([])
  })

  it('is never more than asked for, each once, and has all words of the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...platforms), fc.integer({ min: 1, max: 9 }), ({ id, label }, limit) => {
        const found = suggestedPlatforms(platforms, label.en, limit).map((platform) => platform.id)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found).size).toBe(found.length)
        const own = versionOfOwnName(
          id,
          platforms.map((each) => each.id),
        )
        if (limit > 3) expect(found).toContain(own ?? id)
      }),
    )
  })

  it('has newer versions first', () => {
    const versions = ['1803', '24H2', '2004', '21H1', '20H2', '22H2', '1507']
    expect(versions.toSorted(byNewestVersion)).toEqual(['24H2', '22H2', '21H1', '20H2', '2004', '1803', '1507'])
    expect(['SP3', 'RTM', 'SP4'].toSorted(byNewestVersion)).toEqual(['SP4', 'SP3', 'RTM'])
  })
})
