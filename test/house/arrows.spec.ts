import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importsBelow, importsOf, type Import } from './imports.ts'

const below = ['contract', 'domain'] as const
const base = [...below, 'words', 'web/lib', 'web/i18n', 'web/ui'] as const

/** Which rooms a room may import, itself aside. Below `src/web` each folder is a room, and the lower ones come first. */
const mayImport: Record<string, readonly string[]> = {
  contract: [],
  domain: ['contract'],
  content: [],
  // What both the pages and the feed say, by the words of the contract.
  words: ['contract'],
  feeds: below,
  server: [...below, 'words', 'feeds'],

  // Calls and kept state, words and formats, and widgets that know no bulletin.
  'web/lib': below,
  'web/i18n': [...below, 'words', 'web/lib'],
  'web/ui': ['words', 'web/lib', 'web/i18n'],

  // What several pages share.
  'web/export': base,
  'web/versions': base,
  'web/due': base,
  'web/triage': [...base, 'web/versions', 'web/due'],
  'web/catalogue': [...base, 'web/triage', 'web/due'],
  'web/changes': [...base, 'web/versions', 'web/catalogue'],
  'web/frame': [...base, 'web/triage', 'web/catalogue'],
  'web/holds': [...base, 'web/catalogue', 'web/frame'],
  'web/fixes': [...base, 'web/catalogue', 'web/frame'],
  'web/talk': [...base, 'web/triage', 'web/catalogue'],
  'web/decision': [...base, 'web/versions', 'web/due', 'web/catalogue', 'web/fleet', 'web/fixes', 'web/talk'],
  'web/activity': [...base, 'web/versions', 'web/triage', 'web/catalogue', 'web/decision', 'web/lab', 'web/talk'],
  'web/filters': [...base, 'web/export', 'web/catalogue', 'web/changes', 'web/frame', 'web/holds'],

  'web/machines': [...base, 'web/catalogue', 'web/frame'],
  'web/windows': base,
  'web/plans': [...base, 'web/export', 'web/catalogue', 'web/frame', 'web/windows'],

  // The pages. What one shows of another subject is an arrow here.
  'web/releases': base,
  'web/overview': [...base, 'web/releases', 'web/changes', 'web/frame', 'web/holds', 'web/plans'],
  'web/alerts': [
    ...base,
    'web/releases',
    'web/vulnerability',
    'web/bulletin',
    'web/catalogue',
    'web/due',
    'web/export',
    'web/filters',
    'web/changes',
    'web/holds',
    'web/triage',
  ],
  'web/bulletin': [
    ...base,
    'web/activity',
    'web/versions',
    'web/decision',
    'web/triage',
    'web/due',
    'web/changes',
    'web/catalogue',
    'web/frame',
    'web/lab',
    'web/fleet',
    'web/fixes',
    'web/holds',
    'web/talk',
  ],
  'web/vulnerability': [
    ...base,
    'web/bulletin',
    'web/versions',
    'web/triage',
    'web/catalogue',
    'web/fixes',
    'web/frame',
  ],
  'web/compare': [...base, 'web/versions', 'web/catalogue', 'web/frame'],
  'web/matrix': [
    ...base,
    'web/alerts',
    'web/triage',
    'web/due',
    'web/catalogue',
    'web/decision',
    'web/releases',
    'web/export',
    'web/filters',
    'web/fixes',
    'web/holds',
  ],
  'web/board': [...base, 'web/triage', 'web/catalogue', 'web/frame', 'web/talk'],
  'web/lab': [...base, 'web/talk', 'web/export', 'web/catalogue', 'web/filters', 'web/frame', 'web/holds'],
  'web/rollout': [
    ...base,
    'web/export',
    'web/filters',
    'web/catalogue',
    'web/frame',
    'web/fixes',
    'web/holds',
    'web/plans',
    'web/windows',
  ],
  'web/fleet': [...base, 'web/due', 'web/catalogue', 'web/frame', 'web/holds'],
  'web/sources': [...base, 'web/frame'],
  'web/policy': [...base, 'web/frame'],
  'web/notices': [...base, 'web/triage', 'web/catalogue', 'web/filters', 'web/frame'],
  'web/private-feeds': [...base, 'web/filters', 'web/frame'],
  'web/people': [...base, 'web/frame'],
  'web/weekly': [...base, 'web/frame'],
  'web/reports': [...base, 'web/activity', 'web/export', 'web/frame', 'web/holds', 'web/plans'],

  // The map of all pages.
  web: ['contract', 'words', 'web/*'],
}

/** `web/alerts` for a file in that folder, else the first folder below `src`; null outside `src`. */
function roomOf(path: string): string | null {
  const [top, room, ...rest] = path.split('/')
  if (top !== 'src' || room === undefined) return null
  return room === 'web' && rest.length > 1 ? `${room}/${rest[0]}` : room
}

const isBase = (room: string) => (base as readonly string[]).includes(room)
const allows = (room: string, other: string) =>
  (mayImport[room] ?? []).some((name) => name === other || (name === 'web/*' && other.startsWith('web/')))

function isAllowed({ from, to }: Import): boolean {
  const [here, there] = [roomOf(from), roomOf(to)]
  return here !== null && there !== null && (here === there || allows(here, there))
}

const describeImport = ({ from, to }: Import) => `${from} imports ${to}`
const badImports = (imports: readonly Import[]) => imports.filter((each) => !isAllowed(each)).map(describeImport)

const foldersOf = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe('the arrows between the rooms', () => {
  const imports = importsBelow('src')

  it('hold for every import', () => {
    expect(imports.length).toBeGreaterThan(50)
    expect(badImports(imports)).toEqual([])
  })

  it('are each taken by an import, but for those to what every room may use', () => {
    const taken = new Set(imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`))
    const drawn = Object.entries(mayImport).flatMap(([room, others]) =>
      others.filter((other) => other !== 'web/*' && !isBase(other)).map((other) => `${room} → ${other}`),
    )
    expect(drawn.filter((arrow) => !taken.has(arrow))).toEqual([])
  })

  it('never lead back to where they began', () => {
    const reached = (room: string, seen = new Set<string>()): Set<string> => {
      for (const next of Object.keys(mayImport).filter((other) => allows(room, other) && !seen.has(other)))
        reached(next, seen.add(next))
      return seen
    }
    expect(Object.keys(mayImport).filter((room) => reached(room).has(room))).toEqual([])
  })

  it('name every room there is', () => {
    const rooms = readdirSync('src').concat(foldersOf('src/web').map((name) => `web/${name}`))
    expect(rooms.toSorted()).toEqual(Object.keys(mayImport).toSorted())
  })
})

describe('the check of the arrows', () => {
  it.each([
    {
      why: 'the browser reaches the server',
      file: 'src/web/alerts/a.tsx',
      line: "import { a } from '../../server/app.ts'",
    },
    {
      why: 'a widget knows a bulletin',
      file: 'src/web/ui/A.tsx',
      line: "import type { A } from '../../contract/bulletin.ts'",
    },
    { why: 'one page uses another', file: 'src/web/alerts/A.tsx', line: "import { B } from '../matrix/B.tsx'" },
    {
      why: 'a page is styled by another',
      file: 'src/web/alerts/A.tsx',
      line: "import b from '../matrix/B.module.css'",
    },
    { why: 'a widget uses a page', file: 'src/web/ui/grid/A.tsx', line: "import { B } from '../../alerts/B.tsx'" },
    { why: 'the contract imports a rule', file: 'src/contract/a.ts', line: "export * from '../domain/severity.ts'" },
    { why: 'the bundle takes content along', file: 'src/web/lib/a.ts', line: "import a from '../../content/a.json'" },
    {
      why: 'a page loads the server late',
      file: 'src/web/alerts/a.tsx',
      line: "const a = () => import('../../server/app.ts')",
    },
    { why: 'the product uses a test', file: 'src/server/a.ts', line: "import '../../test/mock/network.ts'" },
    {
      why: 'an import spans lines',
      file: 'src/web/ui/A.tsx',
      line: "import {\n  a,\n  b,\n} from '../../domain/filter.ts'",
    },
  ])('objects when $why', ({ file, line }) => {
    expect(badImports(importsOf(file, `const before = 1\n${line}\n`))).toHaveLength(1)
  })

  it('lets an arrow pass that the table draws', () => {
    const source = "import { Summary } from '../../contract/summary.ts'\nimport { Card } from './Card.tsx'\n"
    expect(importsOf('src/web/alerts/List.tsx', source)).toHaveLength(2)
    expect(badImports(importsOf('src/web/alerts/List.tsx', source))).toEqual([])
  })
})
