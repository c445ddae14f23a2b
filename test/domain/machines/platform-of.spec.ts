import { describe, expect, it } from 'vitest'
import { platformOfReports, type WindowsFacts } from '../../../src/domain/machines/platform-of.ts'
import { machineKey } from '../../../src/domain/machines/report.ts'

const platforms = [
  'windows-10.1809.32-bit',
  'windows-10.1809.x64',
  'windows-10.22h2.32-bit',
  'windows-10.22h2.x64',
  'windows-11.24h2.arm64',
  'windows-11.24h2.x64',
  'windows-7.sp1.x64',
  'windows-server-2008-r2.sp1.itanium',
  'windows-server-2008-r2.sp1.x64',
  'windows-server-2008-r2.sp1.x64-server-core',
  'windows-server-2012-r2.rtm',
  'windows-server-2012-r2.rtm.server-core',
  'windows-server-2022.23h2.server-core',
  'windows-server-2022.rtm',
  'windows-server-2022.rtm.server-core',
  'windows-server-2025.rtm',
].map((id) => {
  const [family = '', version = null, variant = null] = id.split('.')
  const label = { en: `${family.replaceAll('-', ' ')} ${version} ${variant ?? ''}`.trim() }
  return { id, family, version, variant, label }
})

const platformOf = platformOfReports(platforms)

describe('the platform of a machine', () => {
  it.each<[why: string, facts: WindowsFacts, platform: string, edition: string | null]>([
    [
      'is seen from the build where the registry still says Windows 10',
      { caption: 'Windows 10 Pro', build: '10.0.26100.4349', architecture: 'x64' },
      'windows-11.24h2.x64',
      'Pro',
    ],
    [
      'is the annual channel by its build alone',
      { caption: 'Microsoft Windows Server 2022 Datacenter', build: '10.0.25398.1665', architecture: 'x64' },
      'windows-server-2022.23h2.server-core',
      'Datacenter',
    ],
    [
      'is a server where client and server share a build',
      { caption: 'Microsoft Windows Server 2025 Datacenter Azure Edition', build: '10.0.26100', architecture: 'x64' },
      'windows-server-2025.rtm',
      'Datacenter Azure Edition',
    ],
    [
      'is a client by what a deployment tool calls a workstation',
      { caption: 'Microsoft Windows NT Workstation 10.0', build: '10.0.17763.7314', architecture: 'x64' },
      'windows-10.1809.x64',
      null,
    ],
    [
      'needs no build where one version alone has the name',
      { caption: 'Microsoft Windows NT Advanced Server 6.3' },
      'windows-server-2012-r2.rtm',
      null,
    ],
    [
      'is the Server Core installation where that is reported',
      { caption: 'Microsoft Windows Server 2022 Standard', build: '10.0.20348', installation: 'server-core' },
      'windows-server-2022.rtm.server-core',
      'Standard',
    ],
    [
      'is told from Itanium by the architecture',
      { caption: 'Microsoft Windows Server 2008 R2 Standard ', build: '6.1.7601.27769', architecture: 'x64' },
      'windows-server-2008-r2.sp1.x64',
      'Standard',
    ],
    [
      'is read from a name where the file names it',
      { platform: 'Windows 10 22H2 x64', edition: 'Pro' },
      'windows-10.22h2.x64',
      'Pro',
    ],
    [
      'has the edition of a report without a name of Windows',
      { build: '10.0.19045.5965', architecture: '32-bit', edition: 'Enterprise', installation: 'client' },
      'windows-10.22h2.32-bit',
      'Enterprise',
    ],
    [
      'is named with marks by older versions',
      { caption: 'Microsoft® Windows Server® 2012 R2 Standard', build: '6.3.9600' },
      'windows-server-2012-r2.rtm',
      'Standard',
    ],
  ])('%s', (_, facts, platform, edition) => {
    expect(platformOf(facts)).toEqual({ platform, edition })
  })

  it.each<[why: string, facts: WindowsFacts]>([
    ['not-reported', {}],
    ['not-reported', { architecture: 'x64' }],
    ['no-build', { caption: 'Microsoft Windows 11 Pro', architecture: 'x64' }],
    ['no-build', { caption: 'Microsoft Windows Server 2022 Datacenter' }],
    ['unknown-build', { caption: 'Microsoft Windows 11 Pro', build: '10.0.27881', architecture: 'x64' }],
    ['unknown-build', { caption: 'Microsoft Windows 11 Pro', build: '10.0.20348.3807', architecture: 'x64' }],
    ['client-or-server', { build: '10.0.26100.4349', architecture: 'x64' }],
    ['no-architecture', { build: '10.0.26100.4349', caption: 'Microsoft Windows 11 Pro' }],
    ['not-on-file', { build: '10.0.22000.3260', caption: 'Microsoft Windows 11 Pro', architecture: 'x64' }],
    ['not-on-file', { build: '10.0.17763.7314', caption: 'Microsoft Windows 10 Pro', architecture: 'arm64' }],
    ['not-on-file', { platform: 'Solaris 11' }],
  ])('is unknown, and says %s', (why, facts) => {
    expect(platformOf(facts)).toEqual(expect.objectContaining({ platform: null, why }))
  })
})

describe('the names of one machine', () => {
  it('are the same in upper case, in lower case and with wide letters', () => {
    expect(new Set(['SV-DC-01', 'sv-dc-01', ' SV-DC-01', 'ＳＶ-DC-01'].map(machineKey)).size).toBe(1)
  })
})
