import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../src/routes/bulletin/bulletin.lazy.tsx'
import { mockApi } from '../mock/network.ts'
import { contentStore } from '../support/content-store.ts'
import { renderAt } from '../support/render-at.tsx'

const network = mockApi(await contentStore())
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

const card = async () => {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Go or no-go' })
  return within(heading.parentElement as HTMLElement)
}

describe('the card that says go or no-go', () => {
  it('takes nothing that was typed for one bulletin along to the next', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-019?sort=id')
    await user.type((await card()).getByLabelText('Why (optional)'), 'works on ours')
    await user.type((await card()).getByLabelText('Take over what was checked'), 'PC-1,checked')
    await user.click(screen.getByRole('link', { name: /Next/ }))
    await screen.findByText('MS05-018', { selector: 'header b' })
    expect((await card()).getByLabelText('Why (optional)')).toHaveProperty('value', '')
    expect((await card()).getByLabelText('Take over what was checked')).toHaveProperty('value', '')
  })
})
