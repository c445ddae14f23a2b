import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePlatform } from '../../../src/domain/platforms/choice.ts'
import { isWithin, platformTree } from '../../../src/domain/platforms/platforms.ts'
import { platformId, platforms } from '../../support/arbitraries.ts'

const tree = (await platformTree(platforms, new Map())).map(({ id }) => id)
const leaves = platforms.map(({ id }) => id)
const covered = (chosen: readonly string[]) => leaves.filter((leaf) => chosen.some((id) => isWithin(leaf, id)))

describe('a click on a platform', () => {
  it('takes the place of what was chosen below it', () => {
    expect(choosePlatform(['windows-2000.sp3', 'windows-98'], 'windows-2000', tree)).toEqual([
      'windows-98',
      'windows-2000',
    ])
  })

  it('leaves out one of a chosen family and keeps its siblings', () => {
    expect(choosePlatform(['windows-2000'], 'windows-2000.sp3', tree)).toEqual(['windows-2000.sp4'])
  })

  it('turns the choice of that platform over and leaves every other platform as it was', () => {
    fc.assert(
      fc.property(fc.array(platformId, { maxLength: 4 }), platformId, (clicks, clicked) => {
        const chosen = clicks.reduce<string[]>((before, click) => choosePlatform(before, click, tree), [])
        const wasChosen = chosen.some((id) => isWithin(clicked, id))
        const others = covered(chosen).filter((leaf) => !isWithin(leaf, clicked))
        const own = wasChosen ? [] : leaves.filter((leaf) => isWithin(leaf, clicked))
        const after = covered(choosePlatform(chosen, clicked, tree))
        expect(after.toSorted()).toEqual([...others, ...own].toSorted())
      }),
    )
  })
})
