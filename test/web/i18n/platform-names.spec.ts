import { describe, expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import type { Text } from '../../../src/contract/text.ts'
import { platformNames } from '../../../src/web/i18n/platform-names.ts'

const platform = (id: string, family: string, version: string | null, label: Text): Platform => ({
  id,
  family,
  version,
  variant: null,
  label,
  kind: 'unknown',
  supportEndsOn: null,
})

const tree = [
  platform('windows-xp.rtm', 'Windows XP', 'RTM', { ja: 'Windows XP (SPなし)', en: 'Windows XP (no service pack)' }),
  platform('windows-xp.sp1', 'Windows XP', 'SP1', { en: 'Windows XP SP1' }),
  platform('windows-xp.sp2', 'Windows XP', 'SP2', { en: 'Windows XP SP2' }),
  platform('windows-9x.98', 'Windows 98 / Me', '98', { en: 'Windows 98' }),
  platform('windows-9x.me', 'Windows 98 / Me', 'Me', { en: 'Windows Me' }),
]

describe('platform names', () => {
  it.each([
    { when: 'one platform', ids: ['windows-xp.sp1'], name: 'Windows XP SP1' },
    { when: 'versions of one family', ids: ['windows-xp.sp1', 'windows-xp.sp2'], name: 'Windows XP SP1/SP2' },
    { when: 'names that go their own way', ids: ['windows-9x.98', 'windows-9x.me'], name: 'Windows 98, Windows Me' },
    {
      when: 'a release without a number',
      ids: ['windows-xp.rtm', 'windows-xp.sp1'],
      name: 'Windows XP (no service pack), Windows XP SP1',
    },
    { when: 'a platform that the tree lacks', ids: ['beos.r5'], name: 'beos.r5' },
    { when: 'none', ids: [], name: '' },
  ])('are right for $when', ({ ids, name }) => {
    expect(platformNames(tree, 'en')(ids)).toBe(name)
  })

  it('speak Japanese', () => {
    expect(platformNames(tree, 'ja')(['windows-xp.rtm', 'windows-9x.me'])).toBe('Windows XP (SPなし)・Windows Me')
  })
})
