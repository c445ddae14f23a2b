import { expect, it } from 'vitest'
import { productsFirst } from '../../../src/web/i18n/month-title.ts'

it.each([
  [
    {
      ja: '2025年6月 セキュリティ更新プログラム (Windows 10 1809、Windows Server 2019)',
      en: 'June 2025 Security Update for Windows 10 1809, Windows Server 2019',
    },
    {
      ja: 'セキュリティ更新 Windows 10 1809、Windows Server 2019 (2025年6月)',
      en: 'Security Update for Windows 10 1809, Windows Server 2019 (June 2025)',
    },
  ],
  [
    { en: 'July 2021 vulnerabilities without a listed fix for HEVC Video Extensions' },
    { en: 'Vulnerabilities without a listed fix for HEVC Video Extensions (July 2021)' },
  ],
  [{ en: 'June 2025 Release Notes' }, { en: 'June 2025 Release Notes' }],
  [
    { ja: 'TCP/IP の脆弱性により、リモートでコードが実行される' },
    { ja: 'TCP/IP の脆弱性により、リモートでコードが実行される' },
  ],
])('the title of a month has its products before the month, and any other stays: %j', (title, expected) => {
  expect(productsFirst(title)).toEqual(expected)
})
