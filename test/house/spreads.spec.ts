import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

/**
 * Where a list is spread into arguments all the same, since it can never be long: arguments go on the stack, which overflows
 * at about 125,000 of them.
 */
const reviewed: Record<string, readonly string[]> = {
  // Names of elements that stand in the code.
  'src/feeds/html/tree.ts': ['...ends', '...within', '...cells'],
  'src/feeds/xml.ts': ['...names'],
  // What is given to a command, and the commands that there are.
  'src/server/cli/launch.ts': ['...asked.given'],
  'src/server/release/launching.ts': ['...lines.map(([call]) => call.length)'],
  // Parameters of a statement, of which the database takes 32,766.
  'src/server/store/engines/sqlite.ts': ['...bound(values)', '...bound(values)', '...bound(values)'],
}

type Node = { type: string; start: number; end: number; arguments?: Node[] }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* nodesOf(child)
  }
}

/** What is spread into the arguments of calls, as it is written; what is written there as a list is as long as it is. */
function spreadsIn(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source)
  expect(errors).toEqual([])
  return [...nodesOf(program)]
    .filter(({ type }) => type === 'CallExpression' || type === 'NewExpression')
    .flatMap(({ arguments: given = [] }) => given.filter(({ type }) => type === 'SpreadElement'))
    .map(({ start, end }) => source.slice(start, end))
}

describe('lists', () => {
  const files = ['server', 'feeds', 'domain', 'web/lib'].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`),
  )
  const found = Object.fromEntries(
    files.flatMap((path) => {
      const spreads = spreadsIn(path, readFileSync(path, 'utf8'))
      return spreads.length > 0 ? [[path, spreads]] : []
    }),
  )

  it('are not spread into arguments, however long they may grow', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(found).toEqual(reviewed)
  })
})

describe('the check of lists', () => {
  it.each([
    ['Math.max(0, ...list)', ['...list']],
    ['a.push(...b.map((x) => x))', ['...b.map((x) => x)']],
    ['new Set(...a)', ['...a']],
    ['f([...a], { ...b }, (...c) => c)', []],
  ])('finds them in %s', (source, spreads) => {
    expect(spreadsIn('a.ts', source)).toEqual(spreads)
  })
})
