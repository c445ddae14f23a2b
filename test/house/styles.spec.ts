import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const paths = readdirSync('src/web', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
const sheets = paths.filter((path) => path.endsWith('.module.css'))

const classesOf = (css: string) =>
  new Set(
    Array.from(css.replaceAll(/\/\*.*?\*\/|:global\([^)]*\)/gs, '').matchAll(/\.([a-z][\w-]*)/gi), ([, name]) => name),
  )

/** The classes that a source takes from the sheets it imports, as `folder/X.module.css card`. */
function usesOf(path: string, source: string): string[] {
  const imports = source.matchAll(/^import (\w+) from '([^']+\.module\.css)'/gm)
  return Array.from(imports).flatMap(([, name, specifier = '']) =>
    Array.from(
      source.matchAll(new RegExp(String.raw`\b${name}\['([^']+)'\]`, 'g')),
      ([, used]) => `${posix.join(posix.dirname(path), specifier)} ${used}`,
    ),
  )
}

/** The sheets of the whole page, whose classes any component may have. */
const globalSheets = ['src/web/ui/base.css', 'src/web/ui/tokens.css']

/** Classes that are written as they are. */
const literalClasses = (source: string): string[] =>
  Array.from(source.matchAll(/className="([^"]+)"/g), ([, names = '']) => names.split(/\s+/)).flat()

describe('the styles', () => {
  const defined = new Set(
    sheets.flatMap((path) => [...classesOf(readFileSync(path, 'utf8'))].map((name) => `${path} ${name}`)),
  )
  const used = new Set(
    paths
      .filter((path) => path.endsWith('.tsx') || path.endsWith('.ts'))
      .flatMap((path) => usesOf(path, readFileSync(path, 'utf8'))),
  )

  it('have every class that a component takes from a sheet', () => {
    expect([...used].filter((each) => !defined.has(each))).toEqual([])
  })

  it('have no class that nothing uses', () => {
    expect([...defined].filter((each) => !used.has(each))).toEqual([])
  })

  it('are modules, but for those of the whole page', () => {
    expect(paths.filter((path) => path.endsWith('.css') && !sheets.includes(path)).toSorted()).toEqual(globalSheets)
  })

  it('of the whole page have every class that a component has without importing a sheet', () => {
    const shared = new Set(globalSheets.flatMap((path) => [...classesOf(readFileSync(path, 'utf8'))]))
    const unknown = paths
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => literalClasses(readFileSync(path, 'utf8')).map((name) => ({ path, name })))
      .filter(({ name }) => !shared.has(name))
    expect(unknown).toEqual([])
  })

  // The built class names begin with the name of the sheet.
  it('are in sheets with names of their own', () => {
    const names = sheets.map((path) => posix.basename(path))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

describe('the check of the styles', () => {
  it('reads classes and where they are used', () => {
    expect([
      ...classesOf('/* .not */ .card :global(.link):is(.hot, [data-a]) { opacity: 0.5; .in & { color: red } }'),
    ]).toEqual(['card', 'hot', 'in'])
    const source = "import styles from './A.module.css'\n<p className={clsx(styles['card'], 'button')} />"
    expect(usesOf('src/web/a/A.tsx', source)).toEqual(['src/web/a/A.module.css card'])
    expect(literalClasses('<p className="muted link" /><b className={a} />')).toEqual(['muted', 'link'])
  })
})
