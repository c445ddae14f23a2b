import { expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import { bulletinOf } from '../../../src/feeds/csaf/bulletin.ts'
import type { Advisory } from '../../../src/feeds/csaf/document.ts'
import { readContent } from '../../../src/server/content.ts'
import { limited } from '../../../src/server/imports/read-safely.ts'
import { refusedDocument } from '../../../src/server/imports/refused-document.ts'
import { largeAdvisory } from '../../support/large-advisory.ts'

const platform: Platform = {
  id: 'pump',
  family: 'Pump',
  version: null,
  variant: null,
  label: { en: 'Pump' },
  kind: 'unknown',
  supportEndsOn: null,
}
const messages = (read: ReturnType<typeof limited>) => read.problems.map(({ place, message }) => `${place} ${message}`)

it.each([
  ['csaf', 20_000],
  ['msrc-cvrf', 20_000],
  ['bulletins', 500_000],
] as const)(
  'a document of the kind %s may speak of %d platforms, and is refused where it speaks of more',
  (kind, most) => {
    const speakingOf = (count: number) => ({
      ...refusedDocument(kind),
      platforms: Array.from({ length: count }, () => platform),
    })
    expect(messages(limited(speakingOf(most)))).toEqual([])
    const tooMany = limited(speakingOf(most + 1))
    expect(messages(tooMany)).toEqual([`document speaks of ${most + 1} platforms: a document may speak of ${most}`])
    expect(tooMany.platforms).toEqual([])
  },
)

it('a bulletin that is very large is refused by its id', async () => {
  const [bulletin] = (await readContent()).bulletins
  if (bulletin === undefined) throw new Error('no bulletin ships')
  const large = { ...bulletin, analysis: { en: 'a'.repeat(4_000_000) } }
  const refused = limited({ ...refusedDocument('bulletins'), bulletins: [bulletin, large] })
  expect(refused.bulletins).toEqual([])
  expect(messages(refused)).toEqual([
    expect.stringMatching(`^${bulletin.id} has \\d+ characters as JSON: a bulletin may have 4000000$`),
  ])
})

it('a bulletin whose 400 vulnerabilities rate each of 1,400 products is taken', () => {
  const { bulletin, platforms } = bulletinOf(largeAdvisory({ vulnerabilities: 400, products: 1400 }) as Advisory)
  const rated = bulletin.vulnerabilities.map(({ ratings }) => ratings.flatMap((each) => each.platforms).length)
  expect(new Set(rated)).toEqual(new Set([1400]))
  expect(messages(limited({ ...refusedDocument('csaf'), platforms, bulletins: [bulletin] }))).toEqual([])
})
