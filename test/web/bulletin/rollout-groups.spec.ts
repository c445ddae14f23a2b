import { describe, expect, it } from 'vitest'
import { rolloutGroups } from '../../../src/web/bulletin/rollout/rollout-groups.ts'

const times = (name: string, minutes: number) => ({
  package: name,
  tool: 'a console',
  consoles: 1,
  points: [{ machines: 50, minutes }],
})

describe('published rollout times', () => {
  it('are told once for packages that take equally long', () => {
    const groups = rolloutGroups([times('one', 18), times('two', 27), times('three', 18)])
    expect(groups.map(({ packages }) => packages)).toEqual([['one', 'three'], ['two']])
    expect(groups[1]?.points).toEqual([{ machines: 50, minutes: 27 }])
  })

  it('are told apart for different numbers of consoles', () => {
    expect(rolloutGroups([times('one', 18), { ...times('two', 18), consoles: 2 }])).toHaveLength(2)
  })
})
