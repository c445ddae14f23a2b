import { describe, expect, it } from 'vitest'
import { latestMade, memoizeByKey, memoizeByVersion } from '../../src/server/memoize.ts'

/** Makes 1, 2, 3 …, as often as it is called. */
function counting() {
  let count = 0
  return () => Promise.resolve(++count)
}

describe('what is kept by its key', () => {
  it('is made once, also for those who ask at the same time', async () => {
    const [kept, make] = [memoizeByKey<string, number>(2), counting()]
    expect(await Promise.all([kept('a', make), kept('a', make)])).toEqual([1, 1])
    expect(await kept('a', make)).toBe(1)
  })

  it('is made again for another version of it', async () => {
    const [kept, make] = [memoizeByKey<string, number>(2), counting()]
    expect([await kept('a', make, 1), await kept('a', make, 1), await kept('a', make, 2)]).toEqual([1, 1, 2])
  })

  it('is forgotten where others were asked for later', async () => {
    const [kept, make] = [memoizeByKey<string, number>(2), counting()]
    for (const key of ['a', 'b', 'a', 'c']) await kept(key, make)
    expect(await kept('a', make)).toBe(1)
    expect(await kept('b', make)).toBe(4)
  })

  it('is no failure, and the one before does not come back', async () => {
    const [kept, make] = [memoizeByKey<string, number>(2), counting()]
    await kept('a', make, 1)
    await expect(kept('a', () => Promise.reject(new Error('disk full')), 2)).rejects.toThrow('disk full')
    expect(await kept('a', make, 2)).toBe(2)
  })
})

describe('what is made by its version', () => {
  it('is made again when that has changed', async () => {
    let version = 'one'
    const kept = memoizeByVersion(() => Promise.resolve(version), counting())
    expect([await kept(), await kept()]).toEqual([1, 1])
    version = 'two'
    expect(await kept()).toBe(2)
  })

  it('is that of before while the newest is made, where this will do', async () => {
    let version = 'one'
    const latest = latestMade(() => Promise.resolve(version), counting())
    expect(await latest()).toBe(1)
    version = 'two'
    expect(await latest()).toBe(1)
    await expect.poll(latest).toBe(2)
  })
})
