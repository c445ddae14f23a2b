import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { worstRating, worstSeverity } from '../../src/domain/bulletin/severity.ts'
import { deriveUrgency } from '../../src/domain/bulletin/urgency.ts'
import { readContent } from '../../src/server/content.ts'
import { platformListsIn, singleRatings } from '../../src/domain/bulletin/ratings.ts'

// Reading validates every file by the contract.
const { bulletins, platforms } = await readContent()
const known = new Set(platforms.map(({ id }) => id))

const platformsNamedIn = (bulletin: Bulletin) => [
  ...bulletin.platforms.map(({ platform }) => platform),
  ...[...platformListsIn(bulletin.vulnerabilities)].flat(),
  ...[...bulletin.packages, ...bulletin.knownIssues, ...bulletin.verification, ...bulletin.consoles].flatMap(
    (part) => part.platforms,
  ),
  ...bulletin.tests.map(({ platform }) => platform),
]

describe('the bulletins that ship with the product', () => {
  it('are MS05-001 to MS05-023, each in the file of its name', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => `MS05-${String(index + 1).padStart(3, '0')}`)
    expect(bulletins.map(({ id }) => id)).toEqual(ids)
    const files = await readdir(new URL('../../src/content/bulletins/', import.meta.url))
    expect(files.toSorted()).toEqual(ids.map((id) => `${id}.json`))
  })

  it('name each platform once', () => {
    expect(known.size).toBe(platforms.length)
  })

  describe.each(bulletins.map((bulletin) => ({ id: bulletin.id, bulletin })))('$id', ({ bulletin }) => {
    it('names only platforms that are on file', () => {
      expect(platformsNamedIn(bulletin).filter((platform) => !known.has(platform))).toEqual([])
    })

    it('stands as of 14 April 2005', () => {
      const days = [bulletin.publishedOn, bulletin.updatedOn, ...bulletin.revisions.map(({ on }) => on)]
      expect(days.filter((day) => day > '2005-04-14')).toEqual([])
      expect(bulletin.updatedOn).toBe(bulletin.revisions.at(-1)?.on)
    })

    it('has the worst severity of its vulnerabilities and platforms', () => {
      const ratings = bulletin.vulnerabilities.flatMap((flaw) => flaw.ratings.map(({ rating }) => rating))
      expect(bulletin.severity).toBe(worstSeverity(ratings))
    })

    it('rates each platform as the worst vulnerability does', () => {
      for (const { platform, rating } of bulletin.platforms) {
        const ratings = bulletin.vulnerabilities.flatMap((flaw) =>
          flaw.ratings.filter((rated) => rated.platforms.includes(platform)),
        )
        expect({ platform, rating }).toEqual({ platform, rating: worstRating(ratings.map((rated) => rated.rating)) })
      }
    })

    it('lists every platform that one of its vulnerabilities rates', () => {
      const listed = bulletin.platforms.map(({ platform }) => platform)
      const rated = [...platformListsIn(bulletin.vulnerabilities)].flat()
      expect(rated.filter((platform) => !listed.includes(platform))).toEqual([])
      expect(new Set(listed).size).toBe(listed.length)
    })

    it('has an urgency that is stated, or follows from the rule', () => {
      if (bulletin.urgency.basis === 'rule') expect(bulletin.urgency).toEqual(deriveUrgency(bulletin))
      else expect(bulletin.id).toBe('MS05-019')
    })

    it('says in both languages what it is about, and names the bulletin of Microsoft', () => {
      expect(Object.keys(bulletin.title)).toEqual(['ja', 'en'])
      expect(bulletin.references.some(({ url }) => url.endsWith(`/${bulletin.id.toLowerCase()}`))).toBe(true)
    })
  })
})

describe('MS05-019', () => {
  const found = bulletins.find(({ id }) => id === 'MS05-019')
  if (found === undefined) throw new Error('MS05-019 is missing')
  const ms05019 = found

  /** Columns: 98/98SE/Me, 2000 SP3/SP4, XP SP1/SP1a, XP SP2, Server 2003. */
  const columns = [
    ['windows-9x.98', 'windows-9x.98se', 'windows-9x.me'],
    ['windows-2000.sp3', 'windows-2000.sp4'],
    ['windows-xp.sp1', 'windows-xp.sp1a'],
    ['windows-xp.sp2'],
    ['windows-server-2003.rtm'],
  ]

  it.each([
    { id: 'CAN-2005-0048', ratings: ['no-fix', 1, 1, 'none', 'none'], disclosure: 'private', exploit: 'none' },
    { id: 'CAN-2004-0790', ratings: ['no-fix', 3, 3, 3, 3], disclosure: 'public', exploit: 'none' },
    { id: 'CAN-2004-1060', ratings: ['no-fix', 3, 3, 3, 3], disclosure: 'public', exploit: 'none' },
    { id: 'CAN-2004-0230', ratings: ['no-fix', 4, 4, 'none', 4], disclosure: 'public', exploit: 'proof-of-concept' },
    { id: 'CAN-2005-0688', ratings: ['none', 'none', 'none', 4, 4], disclosure: 'public', exploit: 'proof-of-concept' },
  ])('rates $id as published', ({ id, ratings, disclosure, exploit }) => {
    const flaw = ms05019.vulnerabilities.find((candidate) => candidate.id === id)
    const rated = Object.fromEntries(
      singleRatings(flaw?.ratings ?? []).map(({ platform, rating }) => [platform, rating]),
    )
    const expected = Object.fromEntries(
      columns.flatMap((column, index) => column.map((platform) => [platform, ratings[index]])),
    )
    expect(rated).toEqual(expected)
    expect(flaw).toMatchObject({ disclosure, exploit, cve: id.replace('CAN', 'CVE') })
  })

  it('has three installers with ten patched files in five named branches; Windows 2000 has two folders and no branch', () => {
    expect(ms05019.packages.map(({ name, date, size, files }) => [name, date, size, files.length])).toEqual([
      ['Windows2000-KB893066-x86-JPN.EXE', '2005-03-11', 773_112, 5],
      ['WindowsXP-KB893066-x86-JPN.exe', '2005-03-19', 789_744, 3],
      ['WindowsServer2003-KB893066-x86-jpn.exe', '2005-03-19', 696_560, 2],
    ])
    const branches = ms05019.packages.flatMap(({ files }) => files.map(({ branch }) => branch))
    expect(branches.filter((branch) => branch !== null)).toEqual(['sp1qfe', 'sp2gdr', 'sp2qfe', 'RTMGDR', 'RTMQFE'])
    const windows2000 = ms05019.packages[0]?.files ?? []
    expect(new Set(windows2000.map(({ folder }) => folder)).size).toBe(2)
    expect(windows2000.map(({ name, version, size }) => [name, version, size])).toEqual([
      ['msafd.dll', '5.0.2195.6602', 108_816],
      ['wshtcpip.dll', '5.0.2195.6601', 17_680],
      ['afd.sys', '5.0.2195.6687', 120_240],
      ['tcpip.sys', '5.0.2195.7035', 336_560],
      ['tdi.sys', '5.0.2195.6655', 16_240],
    ])
  })

  it('patches tcpip.sys once a branch on Windows XP and Windows Server 2003', () => {
    const files = ms05019.packages.slice(1).flatMap((one) => one.files)
    expect(files.map(({ branch, name, date, version, size }) => [branch, name, date, version, size])).toEqual([
      ['sp1qfe', 'tcpip.sys', '2005-02-23', '5.1.2600.1630', 339_968],
      ['sp2gdr', 'tcpip.sys', '2005-03-14', '5.1.2600.2631', 359_808],
      ['sp2qfe', 'tcpip.sys', '2005-03-14', '5.1.2600.2631', 359_936],
      ['RTMGDR', 'tcpip.sys', '2005-03-17', '5.2.3790.290', 335_360],
      ['RTMQFE', 'tcpip.sys', '2005-03-17', '5.2.3790.290', 336_896],
    ])
    expect(new Set(files.map(({ folder }) => folder))).toEqual(new Set(['%SystemRoot%\\system32\\drivers\\']))
  })

  it('was tested on ten OS editions whose outcomes were not kept', () => {
    expect(ms05019.tests.map(({ edition, platform }) => [edition, platform])).toEqual([
      ['Windows 2000 Professional SP3', 'windows-2000.sp3'],
      ['Windows 2000 Professional SP4', 'windows-2000.sp4'],
      ['Windows 2000 Server SP3', 'windows-2000.sp3'],
      ['Windows 2000 Server SP4', 'windows-2000.sp4'],
      ['Windows 2000 Advanced Server SP3', 'windows-2000.sp3'],
      ['Windows XP Professional SP1', 'windows-xp.sp1'],
      ['Windows XP Professional SP1a', 'windows-xp.sp1a'],
      ['Windows XP Professional SP2', 'windows-xp.sp2'],
      ['Windows Server 2003, Standard Edition', 'windows-server-2003.rtm'],
      ['Windows Server 2003, Enterprise Edition', 'windows-server-2003.rtm'],
    ])
    expect(ms05019.tests.every(({ outcome, by }) => outcome === 'unrecorded' && by === 'DA Lab')).toBe(true)
  })

  it('has the published rollout times for each of the three packages', () => {
    expect(ms05019.rollout.map((times) => times.package)).toEqual(ms05019.packages.map(({ name }) => name))
    for (const { consoles, tool, points } of ms05019.rollout) {
      expect([consoles, tool]).toEqual([1, 'UpdateEXPERT 6.1'])
      expect(points.map(({ machines, minutes }) => [machines, minutes])).toEqual([
        [50, 18],
        [100, 27],
        [250, 52],
        [500, 94],
      ])
    }
  })

  it('has one known issue, on Windows 2000 SP3, with the registry value that mends it', () => {
    expect(ms05019.knownIssues).toHaveLength(1)
    expect(ms05019.knownIssues[0]).toMatchObject({
      platforms: ['windows-2000.sp3'],
      workaround: {
        registry: [
          {
            key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
            name: 'TcpWindowSize',
            type: 'DWORD',
            min: 0,
            max: 0x3f_ff_c0_00,
          },
        ],
      },
    })
    expect(ms05019.knownIssues[0]?.references.map(({ url }) => url.slice(-6))).toEqual(['890345', '224829'])
  })

  it('is verified by the list of files below one registry key a product', () => {
    expect(ms05019.verification.map(({ kind, path }) => [kind, path])).toEqual(
      ['Windows 2000\\SP5', 'Windows XP\\SP3', 'Windows Server 2003\\SP1'].map((product) => [
        'registry-key',
        `HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates\\${product}\\KB893066\\Filelist`,
      ]),
    )
  })

  it('appears under three names in the deployment tool, of which version 5.1 lacks Windows Server 2003', () => {
    expect(ms05019.consoles.map(({ name }) => name)).toEqual(ms05019.packages.map(({ name }) => name))
    expect(ms05019.consoles[2]?.where?.en).toContain('UpdateEXPERT 5.1 does not support it')
  })

  it('names the products without a fix and the day their support ended', () => {
    expect(ms05019.lifecycle.map(({ product, endedOn }) => [product, endedOn])).toEqual([
      ['Windows NT Workstation 4.0 SP6a', '2004-06-30'],
      ['Windows 2000 SP2', '2004-06-30'],
      ['Windows XP RTM', '2004-09-30'],
      ['Windows NT Server 4.0', '2004-12-31'],
      ['Windows 98 / 98SE / Me', null],
    ])
  })

  it('is found missing by MBSA 1.21', () => {
    expect(ms05019.detection.map(({ tool, detects }) => [tool, detects])).toEqual([['MBSA 1.21', true]])
    expect(ms05019.detection[0]?.shows?.ja).toContain(
      'TCP/IP の脆弱性により、リモートでコードが実行され、サービス拒否が起こる (893066)',
    )
  })

  it('has the facts of its panel, and names Microsoft for the one that its source lost', () => {
    expect(ms05019).toMatchObject({
      kb: ['893066'],
      publishedOn: '2005-04-13',
      updatedOn: '2005-04-14',
      severity: 1,
      urgency: { level: 'immediate', basis: 'stated' },
      exploit: 'proof-of-concept',
      restart: 'required',
      uninstall: 'possible',
      environments: ['server', 'client'],
      supersedes: [],
    })
    expect(
      ms05019.references.some(({ kind, title }) => kind === 'bulletin' && title.en?.includes('uninstall: possible')),
    ).toBe(true)
  })

  it('mentions the new registry value MaxIcmpHostRoutes, and nothing of the re-release of June 2005', () => {
    expect(ms05019.analysis?.ja).toContain('MaxIcmpHostRoutes')
    expect(ms05019.analysis?.en).toContain('MaxIcmpHostRoutes')
    expect(JSON.stringify(ms05019)).not.toMatch(/-v2-|"2005-(0[5-9]|1)/)
  })
})
