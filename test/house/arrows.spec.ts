import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importsBelow, importsOf, type Import } from './imports.ts'

/** Which rooms a room may import, itself aside. A feature may import nothing of another feature. */
const mayImport: Record<string, readonly string[]> = {
  contract: [],
  domain: ['contract'],
  content: [],
  feeds: ['contract', 'domain'],
  server: ['contract', 'domain', 'feeds', 'content'],
  client: ['contract'],
  i18n: ['contract'],
  ui: ['i18n'],
  features: ['contract', 'domain', 'client', 'i18n', 'ui'],
  routes: ['contract', 'domain', 'client', 'i18n', 'ui', 'features'],
  'main.tsx': ['contract', 'domain', 'client', 'i18n', 'ui', 'features', 'routes'],
}

/** `features/alerts` for a file of that feature, else the first folder below `src`; null outside `src`. */
function roomOf(path: string): string | null {
  const [top, room, part] = path.split('/')
  if (top !== 'src' || room === undefined) return null
  return room === 'features' ? `${room}/${part ?? ''}` : room
}

function isAllowed({ from, to }: Import): boolean {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === null || there === null) return false
  const kind = (room: string) => room.split('/', 1)[0] ?? room
  return here === there || (mayImport[kind(here)] ?? []).includes(kind(there))
}

const describeImport = ({ from, to }: Import) => `${from} imports ${to}`
const badImports = (imports: readonly Import[]) => imports.filter((each) => !isAllowed(each)).map(describeImport)

describe('the arrows between the rooms', () => {
  const imports = importsBelow('src')

  it('hold for every import', () => {
    expect(imports.length).toBeGreaterThan(50)
    expect(badImports(imports)).toEqual([])
  })

  it('name every room there is', () => {
    const rooms = readdirSync('src').map((name) => name.split('/', 1)[0] ?? name)
    expect(rooms.filter((room) => !(room in mayImport))).toEqual([])
  })
})

describe('the check of the arrows', () => {
  it.each([
    { why: 'the browser reaches the server', file: 'src/routes/a.tsx', line: "import { a } from '../server/app.ts'" },
    {
      why: 'a widget knows a bulletin',
      file: 'src/ui/A.tsx',
      line: "import type { A } from '../contract/bulletin.ts'",
    },
    { why: 'one feature uses another', file: 'src/features/alerts/A.tsx', line: "import { B } from '../matrix/B.tsx'" },
    { why: 'the contract imports a rule', file: 'src/contract/a.ts', line: "export * from '../domain/severity.ts'" },
    { why: 'the bundle takes content along', file: 'src/client/a.ts', line: "import a from '../content/a.json'" },
    {
      why: 'a page loads the server late',
      file: 'src/routes/a.tsx',
      line: "const a = () => import('../server/app.ts')",
    },
    { why: 'the product uses a test', file: 'src/server/a.ts', line: "import '../../test/mock/network.ts'" },
    { why: 'an import spans lines', file: 'src/ui/A.tsx', line: "import {\n  a,\n  b,\n} from '../domain/filter.ts'" },
  ])('objects when $why', ({ file, line }) => {
    expect(badImports(importsOf(file, `const before = 1\n${line}\n`))).toHaveLength(1)
  })

  it('lets an arrow pass that the table draws', () => {
    const source = "import { Summary } from '../../contract/summary.ts'\nimport { Card } from './Card.tsx'\n"
    expect(importsOf('src/features/alerts/List.tsx', source)).toHaveLength(2)
    expect(badImports(importsOf('src/features/alerts/List.tsx', source))).toEqual([])
  })
})
