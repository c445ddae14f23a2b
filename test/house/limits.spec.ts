import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const filesBelow = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)

/** Limits that a source has as numbers of its own. */
const ownLimits = (source: string): string[] =>
  [...source.matchAll(/\b(?:min|max|minLength|maxLength)=\{[\d._]+|\b(?:minLength|maxLength)(?:: |\()[\d_]+/g)]
    .map(([text]) => text)
    // Not to be empty is no limit.
    .filter((text) => text !== 'minLength(1')

describe('limits of numbers and texts', () => {
  it('are written once, beside the schemas', () => {
    const files = [...filesBelow('src/web', /\.tsx$/), ...filesBelow('src/contract', /\.ts$/)].filter(
      (path) => !path.endsWith('limits.ts'),
    )
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap((path) => ownLimits(readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`))).toEqual([])
  })

  it.each([
    ['<input maxLength={80} />', ['maxLength={80']],
    ['<NumberField min={0} max={1_000_000} />', ['min={0', 'max={1_000_000']],
    ['z.string().check(z.minLength(1), z.maxLength(80))', ['maxLength(80']],
    ['<input {...limits.personName} />', []],
  ])('are missed in %s', (source, found) => {
    expect(ownLimits(source)).toEqual(found)
  })
})
