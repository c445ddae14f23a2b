import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

/** What a server runs; what builds is run by developers. */
const rooms = ['contract', 'domain', 'feeds', 'server', 'words']
const builds = /\/build-pages\.ts$|\/release\//

const imported = rooms
  .flatMap((room) => readdirSync(`src/${room}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
  .filter((path) => !builds.test(path))
  .flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/(?:^(?!.*\bimport type\b).*\bfrom |import\()'([^'.][^']*)'/gm),
  ])
  .map(([, specifier = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
  .filter((name) => !isBuiltin(name))

const dependencies = Object.keys(manifest.dependencies).toSorted()

describe('the run-time dependencies', () => {
  it('are the packages that the server imports', () => {
    expect([...new Set(imported)].toSorted()).toEqual(dependencies)
  })

  it('have a reason each', () => {
    const record = readFileSync('docs/decisions/0010-run-time-dependencies.md', 'utf8')
    const reasons = record.split('\n').filter((line) => line.startsWith('| `'))
    const named = reasons.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    expect(named.map(([, name]) => name).toSorted()).toEqual(dependencies)
  })

  it('install nothing by a script and have no native part', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>
    }
    const scripted = Object.entries(lock.packages).filter(
      ([, { dev, hasInstallScript }]) => dev !== true && hasInstallScript,
    )
    expect(scripted.map(([path]) => path)).toEqual([])
  })
})
