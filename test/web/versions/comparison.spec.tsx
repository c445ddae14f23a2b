import { cleanup, render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Bulletin } from '../../../src/contract/bulletin.ts'
import { compareBulletins } from '../../../src/domain/revisions/compare.ts'
import { Comparison } from '../../../src/web/versions/Comparison.tsx'
import { useChangeMessages } from '../../../src/web/versions/change-messages.ts'
import { useDocumentMessages } from '../../../src/web/i18n/document-words.ts'
import { useHistoryMessages } from '../../../src/web/versions/messages.ts'
import { firstLanguage, LanguageProvider, useLanguage } from '../../../src/web/i18n/language.tsx'
import { useWords } from '../../../src/web/i18n/words.ts'
import { useVulnerabilityMessages } from '../../../src/web/i18n/vulnerability-words.ts'
import { sampleOf } from '../../support/mutations.ts'

/** A bulletin that says something in every field; days and moments are such. */
const full = (salt: number, basis: Bulletin['urgency']['basis'] = 'rule'): Bulletin => {
  const dated = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => dated(each, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, dated(each, name)]))
    if (key === 'at' || key === 'retrievedAt') return `2031-06-1${salt}T08:00:00Z`
    if (key === 'on' || key === 'date' || /(On|After)$/.test(key)) return `2031-06-1${salt}`
    if (key === 'url') return `https://example.com/${salt}`
    if (key === 'lang') return 'de'
    if (key === 'cve') return `CVE-2031-000${salt}`
    if (key === 'id' && typeof value === 'string') return `CWE-${salt}`
    return value
  }
  const bulletin = dated(sampleOf(Bulletin, salt)) as Bulletin
  const why = { ja: `2031-06-1${salt} に悪用を確認`, en: `exploited since 2031-06-1${salt}` }
  const reference = {
    kind: 'exploit',
    title: { ja: `CISA KEV ${why.ja}`, en: `CISA KEV ${why.en}` },
    url: 'https://example.com',
  } as const
  return {
    ...bulletin,
    urgency: { ...bulletin.urgency, basis, why },
    vulnerabilities: bulletin.vulnerabilities.map((each) => ({ ...each, references: [reference] })),
  }
}

const zone = 'America/New_York'

function All({ basis }: { basis?: Bulletin['urgency']['basis'] }) {
  const [changeWords, t, documentWords] = [useChangeMessages(), useHistoryMessages(), useDocumentMessages()]
  const vulnerabilityWords = useVulnerabilityMessages()
  const words = useWords()
  const language = useLanguage()
  return (
    <Comparison
      sections={compareBulletins(full(1, basis), full(2, basis))}
      heads={['before', 'after']}
      wording={{
        changeWords,
        t,
        documentWords,
        vulnerabilityWords,
        words,
        language,
        zone,
        names: (ids) => ids.join(', '),
      }}
    />
  )
}

it.each(['ja', 'en'])('names every field in %s, and says nothing in the notation of the contract', (language) => {
  localStorage.setItem('hotfix-report.language', language)
  render(
    <LanguageProvider first={firstLanguage()} load={async () => {}}>
      <All />
    </LanguageProvider>,
  )
  const labels = [...document.querySelectorAll('tbody th[scope=row]')].map((cell) => cell.textContent)
  const fields = new Set(labels)
  expect(fields.size).toBeGreaterThan(60)
  // A field without a word would go by its own name.
  const raw = [...fields].filter((label) => /^[a-z]+([A-Z][a-z]+)*$/.test(label))
  expect(raw).toEqual([])
  const values = [...document.querySelectorAll('tbody td')].map((cell) => cell.textContent)
  expect(values.filter((value) => /[{}]|\[object|undefined/.test(value))).toEqual([])
  expect(values.filter((value) => /\b2031-\d\d-\d\d\b/.test(value))).toEqual([])
  // Eight o'clock in Greenwich, for a reader in New York.
  expect(values.filter((value) => /(?<!\d)0?4:00/.test(value))).not.toEqual([])
  cleanup()
})

it('leaves a reason as it was stated, its days too', () => {
  localStorage.setItem('hotfix-report.language', 'en')
  render(
    <LanguageProvider first={firstLanguage()} load={async () => {}}>
      <All basis="stated" />
    </LanguageProvider>,
  )
  const row = screen.getByRole('rowheader', { name: 'Reason for the urgency' }).closest('tr')
  const values = row === null ? [] : within(row).getAllByRole('cell')
  expect(values.map((cell) => cell.textContent)).toEqual(['exploited since 2031-06-11', 'exploited since 2031-06-12'])
  cleanup()
})
