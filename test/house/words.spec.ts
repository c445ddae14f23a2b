import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const wordsOf = (folder: string) =>
  readdirSync(folder).map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')] as const)

const rooms = ['contract', 'domain', 'words', 'feeds', 'server', 'web']
const files = rooms
  .flatMap((room) => readdirSync(`src/${room}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
const sources = files.map((path) => [path, readFileSync(path, 'utf8')] as const)

/** Phrases that a reader of today stumbles over; each has a plain one: `oldest first`, `this many`, `is`, `another person`. */
const banned =
  /\bwhoever\b|\bso many\b|\bthe first first\b|\bstands?\b|\bof whom\b|\bone no more\b|\bat the door\b|\bsomebody\b/i

const exported = /^export (?:async )?(?:const|function\*?|type|class) (\w+)/gm

/** Texts of the pages, with `…` for what is filled in: all that is quoted in the files of messages, but for ids. */
const texts = [...sources, ...wordsOf('src/words')]
  .filter(([path]) => /messages|words|common|src\/words/.test(path) && /src\/(?:web|words)\//.test(path))
  .flatMap(([path, source]) =>
    [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, filled = '']) => ({
      path,
      text: plain ?? filled.replaceAll(/\$\{[^{}]*\}/g, '…'),
    })),
  )
  .filter(({ text }) => !text.includes('\n') && !/^[a-z\d-]*$/.test(text) && !/^[./]/.test(text))
const japanese = texts.filter(({ text }) => /[\u3040-\u30FF\u4E00-\u9FFF]/.test(text))
const english = texts.filter(({ text }) => !/[\u3040-\u30FF\u4E00-\u9FFF]/.test(text))

/** What no native would write, or what has another word on the pages: alert, 見積り, caution 要注意, `13 件`, サーバ. */
const unsaid = {
  en: /(?<!security )\bbulletins?\b|・|\bwhat (?:it|they) (?:has|have) brought\b|\bTake (?:away|over)\b|\bbecame of\b|\bcame before\b|\bnot looked at\b|\bone by\b|\bso as\b|\bthereof\b|\bat the door\b|\bsearch for less\b/i,
  ja: /見積もり|[\d…][件台回](?!数)|…コンソール|適用不可|第 ?…版|サーバー|フォルダー/,
}

describe('the words of the pages', () => {
  it('are those of a native, and one word for one thing', () => {
    expect(english.filter(({ text }) => unsaid.en.test(text))).toEqual([])
    expect(japanese.filter(({ text }) => unsaid.ja.test(text))).toEqual([])
  })
})

describe('a count', () => {
  it('has its noun in English by `plural`, or where there is another sentence for one', () => {
    const nouns = sources
      .flatMap(([, source]) => [...source.matchAll(/plural\([^']+, '([\w -]*?)(\w+)'(?:, '\1(\w+)')?\)/g)])
      .map(([, , one = '', many = `${one}s`]) => many)
    expect(nouns).toContain('vulnerabilities')
    const counted = new RegExp(
      `(?<!\\bto )\\$\\{\\w+\\} (?:(?!with|for|of)[a-z-]+ )?(?:${[...new Set(nouns)].join('|')})\\b`,
      'g',
    )
    const unsure = sources.flatMap(([path, source]) =>
      /^src\/(?:web|words)\//.test(path)
        ? [...source.matchAll(counted)].filter(({ index }) => !/=== '?1'?\s+[?]/.test(source.slice(index - 140, index)))
        : [],
    )
    expect(unsure.map(([text]) => text)).toEqual([])
  })
})

describe('facts in a row', () => {
  it('are parted by the dot of the language', () => {
    const parted = sources.flatMap(([path, source]) =>
      path.startsWith('src/web/') && !/messages|format/.test(path)
        ? source.split('\n').filter((line) => / · /.test(line) && !/^\s*(\/\*|\*|\/\/)/.test(line))
        : [],
    )
    expect(parted).toEqual([])
  })

  it('are said with the comma of the language', () => {
    const ofPages = sources.filter(([path]) => path.startsWith('src/web/') && !/messages/.test(path))
    expect(ofPages.filter(([, source]) => source.includes("join('、')")).map(([path]) => path)).toEqual([])
  })
})

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
