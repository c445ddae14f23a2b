import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, it } from 'vitest'

/** What a file imports when it runs, and not for its types or later. */
const importedBy = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'()]*? from )?'([^']+)'/gm)]
    .filter(([line]) => !/\{\s*type [^,}]+(,\s*type [^,}]+)*,?\s*\}/.test(line))
    .map(([, specifier = '']) => (specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier))

/** The way by which a file leads to a package, from import to import; null where it does not. */
function wayTo(name: string, from: string, seen = new Set<string>()): string[] | null {
  if (from === name) return [name]
  if (seen.has(from) || !existsSync(from) || !/\.tsx?$/.test(from)) return null
  seen.add(from)
  for (const next of importedBy(from)) {
    const way = wayTo(name, next, seen)
    if (way !== null) return [from, ...way]
  }
  return null
}

it.each(['zod', 'react-markdown'])('the first view does without %s', (name) => {
  expect(importedBy('src/web/main.tsx').length).toBeGreaterThan(5)
  expect(wayTo(name, 'src/web/main.tsx')).toBeNull()
})

it.each([
  'undici',
  'pg',
  'nodemailer',
  'standardwebhooks',
  'openid-client',
  'feed',
  'saxes',
  'htmlparser2',
  'hast-util-to-mdast',
  '@secvisogram/csaf-validator-lib/lib/shared/cwec.js',
])('the server starts without %s', (name) => {
  expect(wayTo('kysely', 'src/server/main.ts')).not.toBeNull()
  expect(wayTo(name, 'src/server/main.ts')).toBeNull()
})

it('the check finds the library where a page needs it', () => {
  expect(wayTo('zod', 'src/contract/triage.ts')).not.toBeNull()
})
