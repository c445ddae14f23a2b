import { describe, expect, it } from 'vitest'
import { presentId, presentIds, withoutFormer } from '../../../src/domain/platforms/present.ts'
import { inVersions } from '../../../src/domain/rollout/on-file.ts'

const platforms = [
  { id: 'windows-11.24h2' },
  // Read before, and still rated by bulletins that have not come again.
  { id: 'solid-edge.solid-edge' },
  { id: 'siemens-solid-edge.lt-1-0', formerIds: ['solid-edge.solid-edge'] },
  { id: 'siemens-solid-edge.ge-1-0', formerIds: ['solid-edge.solid-edge'] },
  { id: 'flash-player.windows-10', formerIds: ['adobe.flash.windows-10', 'other.flash.windows-10'] },
  { id: 'flash-player.windows-8', formerIds: ['adobe.flash.windows-8'] },
  { id: 'reader', formerIds: ['adobe.reader'] },
]

describe('an id that a platform went by', () => {
  it.each([
    ['windows-11', ['windows-11'], 'windows-11'],
    ['windows-11.24h2', ['windows-11.24h2'], 'windows-11.24h2'],
    ['nothing.of-that', ['nothing.of-that'], 'nothing.of-that'],
    ['other.flash.windows-10', ['flash-player.windows-10'], 'flash-player.windows-10'],
    ['adobe.flash', ['flash-player.windows-10', 'flash-player.windows-8'], 'flash-player'],
    ['adobe', ['flash-player.windows-10', 'flash-player.windows-8', 'reader'], 'adobe'],
    [
      'solid-edge.solid-edge',
      ['solid-edge.solid-edge', 'siemens-solid-edge.lt-1-0', 'siemens-solid-edge.ge-1-0'],
      'siemens-solid-edge',
    ],
  ])('%s means in a choice %j, and as one %s', (id, all, one) => {
    expect(presentIds([id], platforms)).toEqual(all)
    expect(presentId(id, platforms)).toBe(one)
  })

  it('is named once, however many of a choice mean it', () => {
    expect(presentIds(['adobe.flash', 'flash-player.windows-10'], platforms)).toEqual([
      'flash-player.windows-10',
      'flash-player.windows-8',
    ])
  })
})

describe('a plan from a link of before', () => {
  it('has its machines on the platforms of now, those of two that became one added up', () => {
    const fleet = [
      { platform: 'adobe.flash.windows-10', count: 5 },
      { platform: 'windows-11.24h2', count: 1 },
      { platform: 'other.flash.windows-10', count: 2 },
    ]
    expect(inVersions({ fleet }, platforms)).toEqual({
      fleet: [
        { platform: 'flash-player.windows-10', count: 7 },
        { platform: 'windows-11.24h2', count: 1 },
      ],
    })
  })
})

describe('the platforms to choose from', () => {
  it('are without those of before, as soon as no bulletin names them any more', () => {
    const ids = (named: string[]) => withoutFormer(platforms, named).map(({ id }) => id)
    const all = platforms.map(({ id }) => id)
    expect(ids(['solid-edge.solid-edge'])).toEqual(all)
    expect(ids([])).toEqual(all.filter((id) => id !== 'solid-edge.solid-edge'))
  })
})
