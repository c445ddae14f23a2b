import { Suspense } from 'react'
import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server.browser'
import { expect, it } from 'vitest'
import { beginFrom, takeOverPage } from '../../../src/web/lib/first-view.ts'
import { Behind } from '../../../src/web/ui/layout/Behind.tsx'

const page = (
  <Suspense>
    <Behind fallback={<p>its place</p>}>
      <p>behind</p>
    </Behind>
  </Suspense>
)

it('takes a part over as the server drew it, also where the rest has become its own before', async () => {
  const visit = { href: '/', language: 'en', at: '2026-01-01T00:00:00Z', zone: 'UTC', kept: {} } as const
  beginFrom(() => ({ visit, answer: () => null }))
  const container = document.body.appendChild(document.createElement('main'))
  container.innerHTML = renderToString(page)
  expect(container.textContent).toBe('its place')

  takeOverPage()
  const faults: unknown[] = []
  render(page, { container, hydrate: true, onRecoverableError: (fault) => void faults.push(fault) })

  await screen.findByText('behind')
  expect(faults).toEqual([])
})
