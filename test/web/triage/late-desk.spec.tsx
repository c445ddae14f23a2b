import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../../../src/web/i18n/language.tsx'
import { loadMessages } from '../../../src/web/load-messages.ts'
import { ClockProvider } from '../../../src/web/lib/clock.tsx'
import { makeQueryClient } from '../../../src/web/lib/query-client.ts'
import { TriageProvider, useTriage } from '../../../src/web/triage/Triage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'

mockApiForFile(await contentStore())

/** Asks as soon as the code of the dialog has come, before anything can be drawn by it. */
function Hasty() {
  const open = useTriage()
  useEffect(() => {
    const come = Promise.all([
      import('../../../src/web/triage/TriageDesk.tsx'),
      import('../../../src/web/triage/kept-edits.ts'),
    ])
    void come.then(() => open?.({ ids: ['MS05-019'], field: 'status' }))
  }, [open])
  return null
}

describe('a dialog that is asked for while its code comes', () => {
  it('keeps what is typed into it from the start', async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <ClockProvider clock={null}>
          <LanguageProvider first="en" load={loadMessages}>
            <TriageProvider>
              <Hasty />
            </TriageProvider>
          </LanguageProvider>
        </ClockProvider>
      </QueryClientProvider>,
    )
    const note = within(await screen.findByRole('dialog')).getByLabelText('Note')
    await userEvent.type(note, 'ask Ito first')
    expect(within(screen.getByRole('dialog')).getByLabelText('Note')).toHaveProperty('value', 'ask Ito first')
  })
})
