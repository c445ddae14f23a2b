/** Which chunks of the build the pages begin with, so that a browser asks for them with the page and not after its first script. */
import { posix } from 'node:path'

/** By the shape of an address, the names that the build gives the chunks. */
const chunksOf: Readonly<Record<string, readonly string[]>> = {
  '': ['overview'],
  alerts: ['list'],
  'bulletins/*': ['BulletinPage'],
  fleet: ['pages', 'FleetPage'],
  matrix: ['list', 'pages', 'MatrixPage'],
  rollout: ['pages', 'RolloutPage'],
  sources: ['pages', 'SourcesPage'],
  tests: ['pages', 'ReleasePage'],
}

/** An address by what decides about its page: `bulletins/*` for `/bulletins/MS05-019`. */
export const shapeOf = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .map((part, at) => (at === 0 ? part : '*'))
    .join('/')

const staticImports = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.{0,2}\/[^"']+\.js)["']/g

/** The given scripts and all that they import before they run. */
function withImports(scripts: readonly string[], textOf: (path: string) => string): Set<string> {
  const all = new Set(scripts)
  // What is added while a set is walked is walked too.
  for (const script of all)
    for (const [, specifier = ''] of textOf(script).matchAll(staticImports))
      all.add(posix.join(posix.dirname(script), specifier))
  return all
}

/**
 * The `Link` header of each page, by the shape of its address. `textOf` gives the text of a file of the build by its
 * path, and the empty one where there is none.
 */
export function pageLinks(paths: readonly string[], textOf: (path: string) => string): Map<string, string> {
  const html = textOf('/index.html')
  const named = (name: string, ending: string) =>
    paths.filter((path) => path.startsWith(`/assets/${name}-`) && /^[\w-]{7}$/.test(stemOf(path, name, ending)))
  const links = Object.entries(chunksOf).map(([shape, names]): [string, string] => {
    const scripts = withImports(
      names.flatMap((name) => named(name, '.js')),
      textOf,
    )
    const sheets = names.flatMap((name) => named(name, '.css'))
    const asked = [
      ...[...scripts].map((path) => [path, 'rel=modulepreload'] as const),
      // Crossorigin, as the script that adds the sheet asks for it.
      ...sheets.map((path) => [path, 'rel=preload; as=style; crossorigin'] as const),
    ]
    return [shape, asked.flatMap(([path, how]) => (html.includes(path) ? [] : [`<${path}>; ${how}`])).join(', ')]
  })
  return new Map(links.filter(([, link]) => link !== ''))
}

/** The hash in the path of a chunk, between its name and its extension. */
const stemOf = (path: string, name: string, ending: string): string =>
  path.endsWith(ending) ? path.slice(`/assets/${name}-`.length, -ending.length) : ''
