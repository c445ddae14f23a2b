import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import type { Me } from '../../../src/contract/access.ts'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/people/PasswordPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApiForFile(await contentStore())

const ito: Me = { name: 'Ito', role: 'viewer', signIn: 'accounts', last: 0, seen: null }

it('says that a password was changed, even to a page that has seen its old session end before it had the new one', async () => {
  const user = userEvent.setup()
  const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>()
  let me = ito
  let asked = 0
  network.use(
    http.get('*/api/me', () => {
      asked++
      return HttpResponse.json(me)
    }),
    http.put('*/api/me/password', async () => {
      me = { ...ito, name: null, role: null }
      await answered
      me = ito
      return HttpResponse.json(me)
    }),
  )
  renderAt('/password')
  await user.type(await screen.findByLabelText('Current password'), 'correct horse battery staple')
  await user.type(screen.getByLabelText('New password'), 'seventeen green bottles')
  await user.click(screen.getByRole('button', { name: 'Change' }))
  await waitFor(() => expect(me.name).toBeNull())
  const before = asked
  fireEvent(window, new Event('visibilitychange'))
  await waitFor(() => expect(asked).toBeGreaterThan(before))
  await screen.findByRole('link', { name: 'Sign in' })
  answer(undefined)
  expect(await screen.findByText(/^Your password is changed\./)).toBeDefined()
})
