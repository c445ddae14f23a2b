/** `npm run census -- FILE…`: every path of the documents, how often it occurs, and where it is kept and shown, or why not. */
import { parseArgs } from 'node:util'
import { pathsOfJson, pathsOfXml, type Paths } from '../../feeds/census/paths.ts'
import { censusPlace, type CensusKind } from '../../feeds/census/table.ts'
import { Unreadable } from '../../feeds/feed.ts'
import { parseJson } from '../../feeds/json.ts'
import { decodeText } from '../../feeds/text.ts'
import { filesOf, readWholeFile } from '../imports/files.ts'
import { documentKind } from '../imports/read-document.ts'
import { commandLine } from '../product.ts'
import { exitAfter } from './command.ts'

const usage = `${commandLine('census', '[--paths] FILE|DIRECTORY…')}
  --paths  prints the paths only`

const unlisted = 'NOT LISTED'

/** @throws Unreadable where a file is none of the documents */
async function read(file: string): Promise<{ kind: CensusKind; paths: Paths }> {
  const bytes = await readWholeFile(file)
  const kind = documentKind(bytes)
  if (kind !== 'msrc-cvrf' && kind !== 'csaf' && kind !== 'kev')
    throw new Unreadable('document', 'is no CVRF, CSAF or KEV document')
  const text = decodeText(bytes)
  return { kind, paths: kind === 'msrc-cvrf' ? pathsOfXml(text) : pathsOfJson(parseJson(text)) }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { paths: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  if (values.help || positionals.length === 0) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const found = new Map<CensusKind, Paths>()
  const files = await Promise.all(positionals.map(filesOf))
  for (const { file, passedOver } of files.flat()) {
    if (passedOver !== null) continue
    try {
      const { kind, paths } = await read(file)
      const all = found.get(kind) ?? new Map<string, number>()
      for (const [path, count] of paths) all.set(path, (all.get(path) ?? 0) + count)
      found.set(kind, all)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      console.error(`${file}: ${error.place}: ${error.message}`)
    }
  }
  let missing = 0
  for (const [kind, paths] of found) {
    console.log(`# ${kind}`)
    for (const [path, count] of [...paths].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const place = censusPlace(kind, path)
      if (place === null) missing++
      console.log(values.paths ? path : `${String(count).padStart(8)}  ${path}  →  ${place ?? unlisted}`)
    }
  }
  if (missing > 0) console.error(`${missing} paths are ${unlisted.toLowerCase()} in src/feeds/census/table.ts`)
  return missing > 0 ? 1 : 0
}

await exitAfter(main)
