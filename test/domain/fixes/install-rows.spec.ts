import { describe, expect, it } from 'vitest'
import type { BulletinFix } from '../../../src/contract/fixes.ts'
import { buildCheck, shownBuild } from '../../../src/domain/bulletin/build-check.ts'
import { installRows } from '../../../src/domain/fixes/install-rows.ts'

const fix = (platform: string, more: Partial<BulletinFix> = {}): BulletinFix => ({
  platform,
  bulletin: 'KB1',
  state: 'install',
  reason: { code: 'only' },
  doubts: [],
  publishedOn: '2031-01-01',
  build: '10.0.26100.10',
  line: 'cumulative',
  install: ['KB1'],
  ...more,
})
const line = (platform: string, machines: number) => ({ platform, edition: null, machines })
const packages = [
  {
    name: 'KB1',
    platforms: ['w.24h2.x64', 'w.24h2.arm64', 's.rtm', 's.rtm.core'],
    fixedBuild: '10.0.26100.10',
    files: [],
  },
]

describe('what to install', () => {
  it('is one row for platforms of ours of which the same is true, and one for those that we do not have', () => {
    const fixes = [fix('w.24h2.x64'), fix('w.24h2.arm64')]
    const rows = installRows({ packages }, fixes, [line('w.24h2.x64', 226), line('w.24h2.arm64', 14)])
    expect(rows.map(({ platforms, machines, build }) => [platforms, machines, build])).toEqual([
      [['w.24h2.x64', 'w.24h2.arm64'], 240, '10.0.26100.10'],
      [['s.rtm', 's.rtm.core'], null, '10.0.26100.10'],
    ])
  })

  it('comes before what is contained, whatever the order of the fleet', () => {
    const contained = fix('s', { state: 'contained', install: ['KB2'], reason: { code: 'superseded', by: 'KB2' } })
    const rows = installRows({ packages }, [contained, fix('w.24h2')], [line('s', 3), line('w.24h2', 2)])
    expect(rows.map(({ platforms, machines }) => [platforms, machines])).toEqual([
      [['w.24h2'], 2],
      [['s'], 3],
    ])
    expect(rows[0]?.covers).toEqual(['w.24h2.x64', 'w.24h2.arm64'])
  })
})

describe('the command that checks a build', () => {
  it.each([
    ['10.0.26100.4349', 'CurrentBuild -eq 26100 -and $_.UBR -ge 4349'],
    ['26100.4349', 'CurrentBuild -eq 26100 -and $_.UBR -ge 4349'],
    ['6.1.7601.24214', 'CurrentBuild -eq 7601 -and $_.UBR -ge 24214'],
  ])('%s', (build, said) => {
    expect(buildCheck(build)).toContain(said)
  })

  it.each(['16.0.5500.1000', '137.0', "1'; Remove-Item x"])('is none for %s', (build) => {
    expect(buildCheck(build)).toBeNull()
  })

  it('names a build as Windows does', () => {
    expect(['10.0.26100.4349', '6.1.7601.24214'].map(shownBuild)).toEqual(['26100.4349', '6.1.7601.24214'])
  })
})
