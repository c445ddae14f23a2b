import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What the store writes down, by the texts of its code: `what: 'set'`, or a union of such. */
const writtenDown = new Set(
  globSync('src/server/store/sql/**/*.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bwhat:\s*((?:\|?\s*'[a-z-]+'\s*)+)/g)].flatMap(([, union = '']) =>
      [...union.matchAll(/'([a-z-]+)'/g)].map(([, what = '']) => what),
    ),
  ),
)

describe('the log', () => {
  it('has a word for all that is written down', () => {
    expect([...writtenDown]).toContain('channel-added')
    const words = readFileSync('src/web/people/audit-messages.ts', 'utf8')
    const missing = [...writtenDown].filter((what) => !new RegExp(`^ +'?${what}'?: '`, 'm').test(words))
    expect(missing).toEqual([])
  })
})
