import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
// What comes in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/frame/late.ts'
import '../../../src/web/people/AccountPage.tsx'
import '../../../src/web/people/PasswordPage.tsx'
import '../../../src/web/sources/SourcesPage.tsx'
import type { Admission } from '../../../src/server/access/admission.ts'
import { buildApp } from '../../../src/server/app.ts'
import { addAccounts, password, passwords } from '../../support/authorized.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'

/** The server of the test that runs. */
let answer: (request: Request) => Promise<Response>
const network = setupServer(http.all('*/api/*', ({ request }) => answer(request)))
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterAll(() => network.close())

const fresh = 'seventeen green bottles'

/** A real server where people sign in, its clock set by hand, and the browser of this test with its cookie. */
async function desk(admission: Admission = { signIn: 'accounts', anonymous: null }) {
  let at = Date.parse('2026-06-01T08:00:00Z')
  const now = () => new Date(at)
  const store = await contentStore(now)
  await addAccounts(store, ['viewer', 'admin'])
  const app = buildApp({ store, admission, passwords, now })
  const jar = { cookie: '' }
  const ask = async (request: Request, its = jar) => {
    const headers = new Headers(request.headers)
    headers.set('cookie', its.cookie)
    headers.set('origin', new URL(request.url).origin)
    headers.set('host', new URL(request.url).host)
    const response = await app.fetch(new Request(request, { headers }))
    its.cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? its.cookie
    return response
  }
  answer = ask
  const signIn = (name: string, given = password, its = jar, userAgent = 'Firefox/143.0') =>
    ask(
      new Request('http://localhost/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': userAgent },
        body: JSON.stringify({ name, password: given }),
      }),
      its,
    )
  return { store, jar, signIn, pass: (minutes: number) => (at += minutes * 60_000) }
}

describe('one’s own sign-ins', () => {
  it('are listed with this one marked, and end one by one or all at once', async () => {
    const { signIn } = await desk()
    for (const userAgent of ['Edg/140.0 Windows NT 10.0', 'curl/8.9', 'CriOS/140 iPhone'])
      await signIn('viewer', password, { cookie: '' }, userAgent)
    await signIn('viewer')
    renderAt('/account')
    const rows = async () => (await screen.findAllByRole('row')).slice(1)
    await waitFor(async () => expect(await rows()).toHaveLength(4))
    const own = screen.getByRole('row', { name: /^Firefox/ })
    expect(within(own).getByText('This browser')).toBeDefined()
    expect(within(own).queryByRole('button')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^End the sign-in of Edge · Windows/ }))
    expect(await screen.findByText('One sign-in has ended.')).toBeDefined()
    expect(screen.queryByRole('row', { name: /^Edge/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'End all others' }))
    expect(await screen.findByText('2 sign-ins have ended.')).toBeDefined()
    expect(await rows()).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'End all others' })).toHaveProperty('disabled', true)
  })

  it('are not there for who works alone', async () => {
    await desk({ signIn: 'single-user', user: 'Ito' })
    renderAt('/account')
    expect(await screen.findByText(/^Used on this machine only/, { selector: 'main p' })).toBeDefined()
  })
})

describe('who changes who may come in', () => {
  const atForm = async () => {
    const here = await desk()
    await here.signIn('admin')
    here.pass(60)
    renderAt('/people')
    fireEvent.change(await screen.findByLabelText('Purpose'), { target: { value: 'watch' } })
    // The part that asks is there once the account is.
    await screen.findByLabelText('Account: admin')
    await userEvent.click(screen.getByRole('button', { name: 'Make a token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Confirm that it is you' }))
    const give = async (text: string) => {
      const field = dialog.getByLabelText('Password')
      await userEvent.clear(field)
      await userEvent.type(field, text)
      await userEvent.click(dialog.getByRole('button', { name: 'Confirm and go on' }))
    }
    return { ...here, dialog, give }
  }

  it('gives the password again, and what they wanted is done by itself', async () => {
    const { store, dialog, give } = await atForm()
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('Password')))
    await give('wrong wrong wrong')
    expect(await dialog.findByText('This is not your password.')).toBeDefined()
    expect(await store.access.tokens()).toHaveLength(0)
    await give(password)
    expect(await screen.findByText(/^hfr_/)).toBeDefined()
    expect((await store.access.tokens()).map(({ title }) => title)).toEqual(['watch'])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('may rather not, and then nothing is done and nothing is lost', async () => {
    const { store, dialog } = await atForm()
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/Please confirm that it is you\./)).toBeDefined()
    expect(screen.getByLabelText('Purpose')).toHaveProperty('value', 'watch')
    expect(await store.access.tokens()).toHaveLength(0)
  })

  it('goes on where they were after they have signed in again in another tab, since the session had ended', async () => {
    const { store, signIn, dialog, give } = await atForm()
    await store.access.set('admin', { role: 'admin' }, 'test')
    await give(password)
    expect((await dialog.findByText('Sign in in another tab')).getAttribute('href')).toBe('/sign-in')
    await signIn('admin')
    await give(password)
    expect(await screen.findByText(/^hfr_/)).toBeDefined()
    expect(await store.access.tokens()).toHaveLength(1)
  })

  it('is asked in the middle of another dialog, which is there afterwards', async () => {
    const { store, signIn, pass } = await desk()
    await signIn('admin')
    pass(60)
    renderAt('/people')
    await screen.findByLabelText('Account: admin')
    await userEvent.click(screen.getByRole('button', { name: 'Remove: viewer' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Confirm that it is you' }))
    await userEvent.type(dialog.getByLabelText('Password'), `${password}{Enter}`)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await store.access.people()).map(({ name }) => name)).toEqual(['admin'])
  })
})

describe('whose password another person has set', () => {
  it(
    'is led to where it is changed, told who has set it, and then goes on to where they wanted to be',
    withExpectedErrors(async () => {
      const { store, signIn } = await desk()
      const hash = await passwords.hash(fresh)
      await store.access.set('viewer', { password: hash, isForOther: true }, 'admin')
      await signIn('viewer', fresh)
      const { address } = renderAt('/sources')
      expect(await screen.findByText(/^admin has set your password on/)).toBeDefined()
      expect(address()).toBe('/password')
      const [current, own] = ['The password you were given', 'New password'] as const
      await userEvent.type(screen.getByLabelText(current), fresh)
      await userEvent.type(screen.getByLabelText(own), fresh)
      await userEvent.click(screen.getByRole('button', { name: 'Change' }))
      expect(await screen.findByText('Please choose another password than the present one.')).toBeDefined()
      await userEvent.type(screen.getByLabelText(own), ' and one more')
      await userEvent.click(screen.getByRole('button', { name: 'Change' }))
      await waitFor(() => expect(address()).toBe('/sources'))
      expect(await screen.findByRole('heading', { level: 1 })).toBeDefined()
      expect((await store.access.find('viewer'))?.passwordSet).toBeNull()
    }),
  )
})
