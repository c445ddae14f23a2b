import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ProblemList } from '../../../src/web/sources/ProblemList.tsx'
import { firstLanguage, LanguageProvider } from '../../../src/web/i18n/language.tsx'

const shown = (language: 'ja' | 'en', problem: { place: string; message: string; reason?: string; seems?: string }) => {
  localStorage.setItem('hotfix-report.language', language)
  render(<ProblemList problems={[problem]} />, {
    wrapper: ({ children }) => (
      <LanguageProvider first={firstLanguage()} load={() => null}>
        {children}
      </LanguageProvider>
    ),
  })
  return screen.getByRole('listitem')
}

afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('why a document was refused', () => {
  const unknown = {
    place: 'document',
    message: 'is an OpenVEX document: … are read',
    reason: 'not-a-known-document',
    seems: 'openvex',
  }

  it('is told in the language of the page where the cause has a name', () => {
    expect(shown('ja', unknown).textContent).toMatch(/^OpenVEX 文書のようです。取り込めるのは、/)
    cleanup()
    expect(shown('en', unknown).textContent).toMatch(/^This is an OpenVEX document\. What can be imported: Microsoft/)
  })

  it('names a version of which the page has no word', () => {
    const version = { place: '/document/csaf_version', message: 'x', reason: 'unknown-version', seems: 'CSAF 3.0' }
    expect(shown('ja', version).textContent).toBe(
      '/document/csaf_version CSAF 3.0 の文書です。取り込めるのは CSAF 2.0 と 2.1 です。',
    )
  })

  it.each([{ reason: undefined }, { reason: 'of-a-later-version' }, { reason: 'constructor' }])(
    'is told in the words of the server, marked as English, where it has none ($reason)',
    ({ reason }) => {
      const item = shown('ja', { place: '/document', message: '"title" is missing', ...(reason && { reason }) })
      expect(item.textContent).toBe('/document "title" is missing')
      expect(item.querySelector('span')?.lang).toBe('en')
    },
  )
})
