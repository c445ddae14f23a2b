/** What is updated together in the made-up months: product names as Microsoft's monthly document prints them. */

/** The systems of an update, by a product id of our own. */
export type Line = {
  products: Readonly<Record<string, string>>
  /** What the update is called. */
  kind: string
  /** What a build begins with; absent where none is printed. */
  build?: string
  restart: 'Yes' | 'Maybe' | 'No'
  /** What kind of flaws it mends. */
  mends: 'windows' | 'dotnet' | 'office' | 'sharepoint' | 'sql' | 'exchange'
  /** Whether a hotpatch mends the same. */
  hotpatch?: true
}

const core = (name: string) => `${name} (Server Core installation)`

const windows = (build: string, products: Line['products'], more: Partial<Line> = {}): Line => ({
  products,
  kind: 'Security Update',
  build,
  restart: 'Yes',
  mends: 'windows',
  ...more,
})

const server2012r2 = { s12r2: 'Windows Server 2012 R2', s12r2core: core('Windows Server 2012 R2') }
const server2008r2 = { s8r2: 'Windows Server 2008 R2 for x64-based Systems Service Pack 1' }

const systems: readonly Line[] = [
  windows(
    '10.0.26100',
    {
      c24: 'Windows 11 Version 24H2 for x64-based Systems',
      c24arm: 'Windows 11 Version 24H2 for ARM64-based Systems',
      s25: 'Windows Server 2025',
      s25core: core('Windows Server 2025'),
    },
    { hotpatch: true },
  ),
  windows('10.0.20348', { s22: 'Windows Server 2022', s22core: core('Windows Server 2022') }, { hotpatch: true }),
  windows('10.0.22631', {
    c23: 'Windows 11 Version 23H2 for x64-based Systems',
    c23arm: 'Windows 11 Version 23H2 for ARM64-based Systems',
  }),
  windows('10.0.19045', {
    c22: 'Windows 10 Version 22H2 for x64-based Systems',
    c22x86: 'Windows 10 Version 22H2 for 32-bit Systems',
    c22arm: 'Windows 10 Version 22H2 for ARM64-based Systems',
  }),
  windows('10.0.17763', {
    s19: 'Windows Server 2019',
    s19core: core('Windows Server 2019'),
    c1809: 'Windows 10 Version 1809 for x64-based Systems',
  }),
  windows('10.0.14393', { s16: 'Windows Server 2016', s16core: core('Windows Server 2016') }),
  windows('10.0.25398', { s23core: 'Windows Server 2022, 23H2 Edition (Server Core installation)' }),
  windows('6.3.9600', server2012r2, { kind: 'Monthly Rollup' }),
  windows('6.1.7601', server2008r2, { kind: 'Monthly Rollup' }),
  windows('6.1.7601', server2008r2, { kind: 'Security Only' }),
]

const one = (mends: Line['mends'], name: string, restart: Line['restart'] = 'Maybe'): Line => ({
  products: { [name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')]: name },
  kind: 'Security Update',
  restart,
  mends,
})

const dotnet = [2025, 2022, 2019, 2016].flatMap((year) =>
  ['3.5', '4.7.2', '4.8', '4.8.1'].map((version) => `Microsoft .NET Framework ${version} on Windows Server ${year}`),
)
const programs = ['Word', 'Excel', 'Outlook', 'PowerPoint', 'Access', 'Publisher', 'Visio', 'Project', 'OneNote']
const office = ['32', '64'].flatMap((bits) =>
  programs.map((program) => `Microsoft ${program} 2016 (${bits}-bit edition)`),
)
const farms = ['Enterprise Server 2016', 'Server 2019', 'Server Subscription Edition']
const sharepoint = farms.flatMap((edition) =>
  ['', ' Language Pack'].map((part) => `Microsoft SharePoint ${edition}${part}`),
)
const sql = [2016, 2017, 2019, 2022].flatMap((year) =>
  ['GDR', 'CU 12'].map((branch) => `Microsoft SQL Server ${year} for x64-based Systems (${branch})`),
)
const exchange = ['2016 Cumulative Update 23', '2019 Cumulative Update 14'].map(
  (version) => `Microsoft Exchange Server ${version}`,
)

/** Every line with a KB number each month, in the order in which the numbers follow each other. */
export const lines: readonly Line[] = [
  ...systems,
  ...dotnet.map((name) => one('dotnet', name)),
  ...office.map((name) => one('office', name, 'No')),
  ...sharepoint.map((name) => one('sharepoint', name)),
  ...sql.map((name) => one('sql', name)),
  ...exchange.map((name) => one('exchange', name)),
]

/** What is mended by a package that has a name and no KB number. */
export const named = {
  edge: 'Microsoft Edge (Chromium-based)',
  studio: 'Microsoft Visual Studio 2022 version 17.14',
  ltsc: 'Microsoft Office LTSC 2024 for 64-bit editions',
}

export const productNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...lines.map(({ products }) => products), named].flatMap((names) => Object.entries(names)),
)
