import { expect, it } from 'vitest'
import { readOwnText } from '../../../src/web/i18n/local-text.tsx'

const why = { ja: '2025-06-24 に悪用を確認 (番号 1234-56-78)', en: 'exploited since 2025-06-24 (number 1234-56-78)' }

it('writes the days of a sentence of our own as the page writes them, and leaves what only looks like one', () => {
  expect(readOwnText(why, 'ja').value).toBe('2025/06/24 に悪用を確認 (番号 1234-56-78)')
  expect(readOwnText(why, 'en').value).toBe('exploited since 24 Jun 2025 (number 1234-56-78)')
})
