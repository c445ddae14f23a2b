/** The made-up fleet's products: names as Microsoft's monthly document prints them, by a product id of our own. */
export const productNames = {
  client25: 'Windows 11 Version 25H2 for x64-based Systems',
  client24: 'Windows 11 Version 24H2 for x64-based Systems',
  client10: 'Windows 10 Version 22H2 for x64-based Systems',
  server25: 'Windows Server 2025',
  core25: 'Windows Server 2025 (Server Core installation)',
  server22: 'Windows Server 2022',
  server19: 'Windows Server 2019',
  office: 'Microsoft Office LTSC 2024 for 64-bit editions',
  sql: 'Microsoft SQL Server 2022 for x64-based Systems (GDR)',
  edge: 'Microsoft Edge (Chromium-based)',
}

export type Product = keyof typeof productNames

/** What is mended by one update: its products, and the build that each month raises. */
export type Line = { name: string; products: readonly Product[]; build: string; restart: string }

/** Lines with a KB number each month, in the order in which their numbers follow each other. */
export const lines: readonly Line[] = [
  { name: 'windows 11', products: ['client25', 'client24', 'server25', 'core25'], build: '10.0.26100', restart: 'Yes' },
  { name: 'windows 10', products: ['client10'], build: '10.0.19045', restart: 'Yes' },
  { name: 'server 2022', products: ['server22'], build: '10.0.20348', restart: 'Yes' },
  { name: 'server 2019', products: ['server19'], build: '10.0.17763', restart: 'Yes' },
  { name: 'sql', products: ['sql'], build: '16.0.1000', restart: 'Maybe' },
]
