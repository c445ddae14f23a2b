/** Months of our own in the shape of Microsoft's, with what makes the choice of a fix hard. */
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { importMsrcCvrf } from '../../../src/feeds/msrc-cvrf/import.ts'
import { mergeParts } from '../../../src/domain/revisions/merge.ts'
import { cvrf } from '../../feeds/cvrf.ts'

export const products = {
  server: 'Windows Server 2025',
  core: 'Windows Server 2025 (Server Core installation)',
  client: 'Windows 11 Version 24H2 for x64-based Systems',
  arm: 'Windows 11 Version 24H2 for ARM64-based Systems',
  ltsc: 'Windows 10 Version 1607 for x64-based Systems',
  server2016: 'Windows Server 2016',
  server2022: 'Windows Server 2022',
  edition: 'Windows Server 2022, 23H2 Edition (Server Core installation)',
  old: 'Windows Server 2012 R2',
  framework: 'Microsoft .NET Framework 4.8 on Windows 10 Version 1607 for x64-based Systems',
  edge: 'Microsoft Edge (Chromium-based)',
  sharepoint: 'Microsoft SharePoint Enterprise Server 2016',
}
type Product = keyof typeof products

/** A fix of a month: its KB or what it is called instead, its kind, for what it is, its build, and what it replaces. */
export type MonthFix = {
  label: string
  kind?: string
  on: readonly Product[]
  build?: string
  supersedes?: string
  restart?: string
}

/** The bulletins of a month: every fix mends the one flaw of it. */
export async function bulletinsOf(id: string, published: string, fixes: readonly MonthFix[]): Promise<Bulletin[]> {
  const severities = Object.fromEntries(fixes.flatMap(({ on }) => on.map((product) => [product, 'Important'])))
  const remediations = fixes.map(({ label, kind = 'Security Update', on, build, supersedes, restart = 'Yes' }) => ({
    label,
    products: on,
    subType: kind,
    restart,
    ...(build !== undefined && { fixedBuild: build }),
    ...(supersedes !== undefined && { supersedes }),
  }))
  const flaws = [{ cve: `CVE-${id.slice(0, 4)}-1000`, severities, remediations }]
  return (await importMsrcCvrf(cvrf({ id, published, products, flaws }))).bulletins
}

/** The bulletins of several months as they are on file: one for each KB. */
export const onFile = (months: readonly (readonly Bulletin[])[]): Bulletin[] =>
  [...Map.groupBy(months.flat(), ({ id }) => id).values()].map((parts) => mergeParts(parts))

export const may = () =>
  bulletinsOf('2026-May', '2026-05-12', [
    { label: '5100001', on: ['server', 'core', 'client', 'arm'], build: '10.0.26100.4061', supersedes: '5099999' },
    {
      label: '5100002',
      kind: 'Security Hotpatch Update',
      on: ['server', 'core', 'client', 'arm'],
      build: '10.0.26100.3981',
    },
    { label: '5100003', on: ['ltsc', 'server2016'], build: '10.0.14393.8066' },
    { label: '5100004', kind: 'Monthly Rollup', on: ['old'], build: '6.3.9600.22577' },
    { label: '5100005', kind: 'Security Only', on: ['old'], build: '6.3.9600.22577' },
    { label: '5100006', on: ['framework'], build: '4.8.4700.1' },
    { label: 'Release Notes', on: ['edge'], build: '136.0.3240.50' },
    { label: '5100007', on: ['sharepoint'], build: '16.0.5500.1000' },
  ])

export const june = () =>
  bulletinsOf('2026-Jun', '2026-06-09', [
    { label: '5100011', on: ['server', 'core', 'client', 'arm'], build: '10.0.26100.4349', supersedes: '5100001' },
    {
      label: '5100012',
      kind: 'Security Hotpatch Update',
      on: ['server', 'core', 'client', 'arm'],
      build: '10.0.26100.4270',
      supersedes: '5100002',
    },
    // Nothing says that it replaces that of May: the build does.
    { label: '5100013', on: ['ltsc', 'server2016'], build: '10.0.14393.8148' },
    { label: '5100014', kind: 'Monthly Rollup', on: ['old'], build: '6.3.9600.22620', supersedes: '5100004' },
    { label: '5100015', kind: 'Security Only', on: ['old'], build: '6.3.9600.22620' },
    { label: '5100018', kind: 'IE Cumulative', on: ['old'] },
    { label: '5100016', on: ['framework'], build: '4.8.4750.2', supersedes: '5100006' },
    { label: 'Release Notes', on: ['edge'], build: '137.0.3296.93' },
    { label: '5100017', on: ['sharepoint'], build: '16.0.5504.1001', supersedes: '5100007' },
    // The language pack beside it: neither has the other.
    { label: '5100019', on: ['sharepoint'], build: '16.0.5504.1001' },
  ])

/** A baseline month: machines that take hotpatches need this one, too. */
export const july = () =>
  bulletinsOf('2026-Jul', '2026-07-14', [
    { label: '5100021', on: ['server', 'core', 'client', 'arm'], build: '10.0.26100.4652', supersedes: '5100011' },
  ])

/** Out of band, a week after that of July. */
export const outOfBand = () =>
  bulletinsOf('2026-Jul', '2026-07-14', [
    { label: '5100021', on: ['server', 'core', 'client', 'arm'], build: '10.0.26100.4652', supersedes: '5100011' },
    { label: '5100022', on: ['server', 'core'], build: '10.0.26100.4656', supersedes: '5100021' },
  ])
