import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Me } from '../../../src/contract/access.ts'
import type { Problem } from '../../../src/contract/problem.ts'
// What comes in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/matrix/MatrixPage.tsx'
import '../../../src/web/lab/LabPage.tsx'
import '../../../src/web/frame/late.ts'
import '../../../src/web/people/SignInPage.tsx'
import { claimDraftsFor } from '../../../src/web/lib/drafts.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApiForFile(await contentStore())

const ito: Me = { name: 'Ito', role: 'analyst', signIn: 'accounts', last: 0, seen: null }
const refusal: Problem = { code: 'unauthenticated', message: 'no session' }

/** Says who is here, until somebody else is. */
function present(first: Me) {
  let me = first
  network.use(http.get('*/api/me', () => HttpResponse.json(me)))
  return (next: Me) => void (me = next)
}

describe('whose session ends', () => {
  it.each([
    { where: 'where anybody may look', role: 'viewer' as const },
    { where: 'where nobody may', role: null },
  ])('keeps the form that they are in and the way to sign in beside it, $where', async ({ role }) => {
    const setMe = present(ito)
    network.use(http.post('*/test-results', () => HttpResponse.json(refusal, { status: 401 })))
    const { address } = renderAt('/tests?record=MS05-019&edition=Windows+2000+Professional+SP3')
    const form = within(await screen.findByLabelText(/^Record a /, { selector: 'section' }))
    await userEvent.click(form.getByLabelText(/✕ Failed/))
    fireEvent.change(form.getByLabelText('Note'), { target: { value: 'half a thought' } })
    setMe({ ...ito, name: null, role })
    await userEvent.click(form.getByText('Record', { selector: 'button' }))
    const signIn = await form.findByText('Please sign in.')
    await screen.findByRole('link', { name: 'Sign in' })
    expect(screen.getByText(/^Your session has ended/)).toBeDefined()
    expect(form.getByLabelText('Note')).toHaveProperty('value', 'half a thought')
    await userEvent.click(signIn)
    await waitFor(() => expect(address()).toContain('/sign-in?to='))
    expect(decodeURIComponent(address())).toContain('record=MS05-019')
  })
})

describe('a viewer', () => {
  it('who presses a key of triage is told what it takes, and where to sign in', async () => {
    present({ ...ito, name: null, role: 'viewer' })
    renderAt('/fleet')
    await screen.findByRole('heading', { level: 1 })
    await screen.findByRole('link', { name: 'Sign in' })
    await userEvent.keyboard('s')
    const toast = await screen.findByText('This needs the Analyst role. Yours is Viewer.')
    expect(within(toast.closest('[role=status]') ?? document.body).getByText('Sign in')).toBeDefined()
  })

  it(
    'on a page for admins is told what it takes',
    withExpectedErrors(async () => {
      present({ ...ito, role: 'viewer' })
      const forbidden: Problem = { code: 'forbidden', message: 'this takes another role' }
      network.use(http.get('*/api/people', () => HttpResponse.json(forbidden, { status: 403 })))
      renderAt('/people')
      expect(await screen.findByText('This needs the Admin role. Yours is Viewer.')).toBeDefined()
    }),
  )
})

describe('the page to sign in', () => {
  it('says how long to wait after too many tries', async () => {
    present({ ...ito, name: null, role: null })
    const tooMany: Problem = { code: 'too_many', message: 'too many attempts' }
    network.use(
      http.post('*/api/sign-in', () => HttpResponse.json(tooMany, { status: 429, headers: { 'retry-after': '840' } })),
    )
    renderAt('/sign-in')
    await userEvent.type(await screen.findByLabelText('Name'), 'Ito')
    await userEvent.type(screen.getByLabelText('Password'), 'a guess{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('in about 14 min')
  })

  it('lets who is in go on to where they wanted to be', async () => {
    present(ito)
    const { address } = renderAt('/sign-in?to=/matrix')
    await screen.findByRole('heading', { level: 1, name: 'Platform matrix' })
    expect(address()).toBe('/matrix')
  })

  it(
    'asks who only seems to be in',
    withExpectedErrors(async () => {
      const setMe = present(ito)
      const { address } = renderAt('/matrix')
      await screen.findByRole('heading', { level: 1, name: 'Platform matrix' })
      setMe({ ...ito, name: null, role: null })
      network.use(http.get('*/api/bulletins/:id', () => HttpResponse.json(refusal, { status: 401 })))
      const [link] = await screen.findAllByRole('link', { name: /^MS05-019/ })
      await userEvent.click(link as HTMLElement)
      expect(await screen.findByLabelText('Password')).toBeDefined()
      expect(address()).toContain('/sign-in?to=')
    }),
  )
})

describe('what is typed', () => {
  it('is for whoever typed it, and for nobody who comes after them', () => {
    sessionStorage.setItem('hotfix-report.typed comment MS05-019', 'half a thought')
    expect([claimDraftsFor('Ito'), claimDraftsFor('Ito')]).toEqual([false, false])
    expect(sessionStorage.getItem('hotfix-report.typed comment MS05-019')).toBe('half a thought')
    expect(claimDraftsFor('Sato')).toBe(true)
    expect(sessionStorage.getItem('hotfix-report.typed comment MS05-019')).toBeNull()
    expect(claimDraftsFor('Ito'), 'nothing was there').toBe(false)
  })
})
