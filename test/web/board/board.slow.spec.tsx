import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/board/BoardPage.tsx'
import '../../../src/web/board/MyWorkPage.tsx'
import '../../../src/web/frame/BellList.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
mockApiForFile(store)

const record = async () => {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Record' })
  return within(heading.parentElement as HTMLElement)
}

describe('the discussion of an alert', () => {
  it('has answers below what they answer', async () => {
    const user = userEvent.setup()
    await store.events.addComment('MS05-018', 'Does it restart?', 'Ito')
    renderAt('/bulletins/MS05-018')
    await user.click(await (await record()).findByRole('button', { name: 'Reply' }))
    await user.type(await (await record()).findByLabelText('Your reply'), 'It does.')
    await user.click((await record()).getAllByRole('button', { name: 'Send' })[0] as HTMLElement)
    const replies = within(await (await record()).findByRole('list', { name: 'Replies' }))
    expect(replies.getByText('It does.')).toBeDefined()
    expect(replies.getByText('Reply to Ito')).toBeDefined()
  })

  it('offers names while one is typed, by keyboard, and marks who was named', async () => {
    const user = userEvent.setup()
    await store.teams.set(0, ['Server team'], 'admin')
    renderAt('/bulletins/MS05-020')
    const field = await (await record()).findByLabelText(/^Comment/)
    await user.type(field, 'Look, @ser')
    expect(await screen.findByRole('option', { name: /Server team/, selected: true })).toBeDefined()
    await user.keyboard('{Enter}please')
    expect(field).toHaveProperty('value', 'Look, @Server team please')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const named = await (await record()).findByText('@Server team', { selector: 'mark' })
    expect(named).toBeDefined()
  })

  it('can be watched and unwatched', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-021')
    await user.click(await (await record()).findByRole('button', { name: 'Watch', pressed: false }))
    await (await record()).findByRole('button', { name: 'Watching', pressed: true })
    await waitFor(async () => expect(await store.board.watched('single-user')).toEqual(['MS05-021']))
  })
})

it('takes a report of what was seen outside the lab, says what is missing, and counts it', async () => {
  const user = userEvent.setup()
  renderAt('/bulletins/MS05-019')
  const section = within(await screen.findByRole('region', { name: 'Field reports' }))
  await user.click(await section.findByRole('button', { name: 'Report' }))
  await user.click(section.getByLabelText('Broke here'))
  await user.click(section.getByRole('button', { name: 'Save' }))
  expect(section.getAllByRole('alert').length).toBeGreaterThan(0)
  // The focus is there at once: one that came later would take what is typed meanwhile elsewhere.
  expect(document.activeElement).toBe(section.getByLabelText('OS edition'))
  await user.keyboard('Windows 2000 Server')
  await user.type(section.getByLabelText('Machines'), '12')
  await user.click(section.getByRole('button', { name: 'Save' }))
  expect(await section.findByText(/1 report, 12 machines/)).toBeDefined()
  expect(await store.board.fieldReports('MS05-019')).toMatchObject([{ outcome: 'broke', machines: 12 }])
})

it('tells on the board what was said of all alerts, and hostile text as text', async () => {
  await store.events.addComment('MS05-022', '\u202e<b>bold</b>', 'Sato')
  renderAt('/board')
  const talk = within((await screen.findByRole('heading', { level: 2, name: 'All' })).parentElement as HTMLElement)
  expect(await talk.findByText(/<b>bold<\/b>/)).toBeDefined()
  expect(talk.getAllByRole('link', { name: 'MS05-022' }).length).toBe(1)
})

it('has in its address which talk is shown', async () => {
  const { address } = renderAt('/board?view=mine')
  expect(await screen.findByRole('heading', { level: 2, name: 'Mine' })).toBeDefined()
  await userEvent.click(screen.getByRole('radio', { name: 'Field reports' }))
  expect(address()).toBe('/board?view=field')
  await userEvent.click(screen.getByRole('radio', { name: 'All' }))
  expect(address()).toBe('/board')
})

it('rings for what happened to what is watched, and is read once it was opened', async () => {
  await store.board.watch('MS05-023', { owner: 'single-user', name: 'local' }, true)
  await store.events.addComment('MS05-023', 'It fails here', 'Sato')
  renderAt('/board')
  const bell = await screen.findByRole('button', { name: 'What concerns you: 1 unread' })
  // The browser opens it; there is no popover here.
  expect(bell.getAttribute('popovertarget')).toBe('concerns')
  const opened = Object.assign(new Event('toggle'), { newState: 'open' })
  act(() => void document.querySelector('#concerns')?.dispatchEvent(opened))
  expect(await screen.findByText(/Watched, Sato:/)).toBeDefined()
  await screen.findByRole('button', { name: 'What concerns you: nothing unread' })
  await waitFor(async () => expect((await store.board.readUpTo('single-user'))?.event).toBeGreaterThan(0))
})

it('lets who looks take what is urgent and nobody’s, and hand it over with a note', async () => {
  const user = userEvent.setup()
  renderAt('/my-work')
  const [take] = await screen.findAllByRole('button', { name: /^Take MS05-/ })
  const id = (take as HTMLElement).getAttribute('aria-label')?.replace('Take ', '') ?? ''
  expect(screen.getByRole('button', { name: `Assign ${id}` })).toBeDefined()
  await user.click(take as HTMLElement)
  await waitFor(async () => expect((await store.triage.find(id))?.assignee).toBe('local'))
  const mine = within(
    (await screen.findByRole('heading', { level: 2, name: /^Assigned to me/ })).parentElement as HTMLElement,
  )
  await user.click(await mine.findByRole('button', { name: `Hand over ${id}` }))
  await user.type(mine.getByLabelText('To'), 'Sato')
  await user.type(mine.getByLabelText('Note'), 'Yours please')
  await user.click(mine.getByRole('button', { name: 'Hand over' }))
  await waitFor(async () => expect((await store.triage.find(id))?.assignee).toBe('Sato'))
  expect((await store.triage.handovers([id])).get(id)).toMatchObject({ text: 'Yours please', to: 'Sato' })
})
