import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rooms = ['contract', 'domain', 'feeds', 'server', 'web']
const files = rooms
  .flatMap((room) => readdirSync(`src/${room}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
const sources = files.map((path) => [path, readFileSync(path, 'utf8')] as const)

/** Phrases that a reader of today stumbles over; each has a plain one: `oldest first`, `this many`, `is`, `another person`. */
const banned =
  /\bwhoever\b|\bso many\b|\bthe first first\b|\bstands?\b|\bof whom\b|\bone no more\b|\bat the door\b|\bsomebody\b/i

const exported = /^export (?:async )?(?:const|function\*?|type|class) (\w+)/gm

describe('the words of the code', () => {
  it('are plain', () => {
    const found = sources.flatMap(([path, source]) =>
      source.split('\n').flatMap((line, at) => (banned.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  it('mean one thing each: no name is exported from two files', () => {
    const named = Map.groupBy(
      sources.flatMap(([path, source]) => [...source.matchAll(exported)].map(([, name = '']) => ({ name, path }))),
      ({ name }) => name,
    )
    const doubled = Array.from(named, ([name, places]) => ({ name, files: new Set(places.map(({ path }) => path)) }))
    expect(doubled.filter(({ files }) => files.size > 1)).toEqual([])
  })
})
