import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partlySuperseded, supersedence, type Supersedable } from '../../../src/domain/bulletin/supersedence.ts'
import { readContent } from '../../../src/server/content.ts'

const fix = (id: string, supersedes: string[] = [], kb: string[] = []): Supersedable => ({ id, kb, supersedes })
const steps = (fixes: Supersedable[], id: string) =>
  supersedence(fixes)
    .chain(id)
    .map((step) => `${step.depth} ${step.id}${step.doubt === null ? '' : ` ${step.doubt}`}`)

describe('the chain of a fix', () => {
  it('goes from the newest to the oldest, each fix once', () => {
    const fixes = [fix('C', ['B', 'A']), fix('B', ['A']), fix('A')]
    expect(steps(fixes, 'C')).toEqual(['1 B', '2 A'])
    expect(steps(fixes, 'A')).toEqual([])
  })

  it('finds a bulletin by its KB number', () => {
    const fixes = [fix('KB7', ['KB893066']), fix('MS05-019', [], ['893066'])]
    expect(steps(fixes, 'KB7')).toEqual(['1 MS05-019'])
    expect(supersedence(fixes).replacedBy('MS05-019')).toEqual(['KB7'])
  })

  it('tells what is doubtful: not on file, itself, a loop', () => {
    expect(steps([fix('A', ['X', 'A', 'B']), fix('B', ['A'])], 'A')).toEqual([
      '1 X unknown',
      '1 A itself',
      '1 B',
      '2 A loop',
    ])
    expect(supersedence([fix('A', ['A'])]).replacedBy('A')).toEqual([])
  })

  it('comes to an end, whatever replaces whatever', () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    fc.assert(
      fc.property(
        fc.array(fc.record({ id, supersedes: fc.array(id, { maxLength: 4 }) }), { maxLength: 8 }),
        (given) => {
          const relation = supersedence(given.map((each) => fix(each.id, each.supersedes)))
          for (const each of given) {
            const sure = relation.chain(each.id).filter(({ doubt }) => doubt === null)
            expect(new Set(sure.map((step) => step.id)).size).toBe(sure.length)
          }
        },
      ),
    )
  })

  it('may be very long', () => {
    const fixes = Array.from({ length: 5000 }, (_, at) => fix(`F${at}`, [`F${at + 1}`]))
    expect(supersedence(fixes).chain('F0').length).toBe(300)
  })
})

describe('what is replaced on some platforms only', () => {
  it('is told with those platforms, and what all packages replace is not', async () => {
    const [bulletin] = (await readContent()).bulletins
    if (bulletin === undefined) throw new Error('a bulletin is needed')
    const fixFor = (platforms: string[], supersedes?: string[]) => ({
      name: 'KB7',
      platforms,
      files: [],
      ...(supersedes && { supersedes }),
    })
    const packages = [fixFor(['windows-xp'], ['KB1', 'KB2']), fixFor(['windows-2000'], ['KB1']), fixFor(['windows-98'])]
    expect(partlySuperseded({ ...bulletin, supersedes: ['KB1', 'KB2', 'KB3'], packages })).toEqual(
      new Map([['KB2', ['windows-xp']]]),
    )
  })
})
