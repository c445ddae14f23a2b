import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { PlanView } from '../../../src/contract/plan-view.ts'
import type { KeptPlan, PlanWave } from '../../../src/contract/plans.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/plans/PlanPage.tsx'
import '../../../src/web/plans/actions/PlanDialogs.tsx'
import '../../../src/web/rollout/RolloutPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)
afterEach(() => {
  network.resetHandlers()
  localStorage.clear()
})

const inputs = '1;b:MS05-019;m:windows-2000.sp3:220,windows-2000.sp4:80;c:2;k:24;z:Asia/Tokyo;s:2026-11-03'
const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }
const wave = (key: string, count: number, waitsFor: string[] = []): PlanWave => ({
  key,
  name: '',
  machines: [{ platform: 'windows-2000.sp3', count }],
  waitsFor,
  gate,
})
const waves = [wave('pilot', 20), wave('wave-1', 280, ['pilot'])]

/** A plan on file; `state`: how far people have taken it. */
async function kept(name: string, state: 'draft' | 'running' = 'draft', its = waves): Promise<KeptPlan> {
  let plan = await store.plans.keep({ name, owner: 'Sato', ticket: 'CHG-7', inputs }, its, 'Sato')
  for (const next of state === 'draft' ? [] : (['approved', 'running'] as const)) {
    const result = await store.plans.setState(plan.id, plan.version, { state: next, why: '' }, 'Ito')
    if (result.outcome === 'saved') plan = result.plan
  }
  return plan
}
const open = async (plan: KeptPlan) => {
  const page = renderAt(`/plans/${plan.id}`)
  await screen.findByRole('heading', { level: 1, name: plan.name })
  return page
}
/** The same where its fixes are due on a day. */
async function openDueOn(on: string, plan: KeptPlan) {
  const view = PlanView.parse(await (await fetch(`/api/plans/${plan.id}`)).json())
  const due = view.due.map((row) => ({ ...row, on }))
  network.use(http.get(`*/api/plans/${plan.id}`, () => HttpResponse.json({ ...view, due })))
  return open(plan)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
/** The same where it opens a dialog, whose code may be on its way. */
const pressFor = async (name: string | RegExp) => {
  await press(name)
  await screen.findByRole('dialog', { hidden: true })
}
const dialog = () => within(screen.getByRole('dialog', { hidden: true }))
const submit = async (name: string) =>
  userEvent.click(dialog().getByText(name, { selector: 'button[type=submit]', exact: true }))
/** The same where nothing is in its way: the dialog closes once it is done. */
const submitted = async (name: string) => {
  await submit(name)
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull())
}

describe('a plan that has not begun', () => {
  it('says what it will do and what it waits for, and nothing of what was done', async () => {
    await open(await kept('Before'))
    expect(screen.getByText(/^1 fix on 300 machines: planned from .* It waits for approval\.$/)).toBeDefined()
    expect(screen.getByText(/after Pilot, 95% done, at most 3% of first attempts failed, 24 h/)).toBeDefined()
    expect(screen.queryByRole('heading', { name: 'What waits' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Open the gate/ })).toBeNull()
  })

  it('names a due day that is far from its curve beside the chart', async () => {
    await openDueOn('2005-05-10', await kept('Long overdue'))
    expect(screen.getByText(/^← due \d+ \w+ 2005$/)).toBeDefined()
  })

  it('is judged by its planned end', async () => {
    await openDueOn('2026-11-01', await kept('Planned late'))
    expect(screen.getByText(/planned 4 days late$/)).toBeDefined()
    cleanup()
    await openDueOn('2036-11-06', await kept('Planned in time'))
    expect(screen.getByText(/^planned with [\d,]+ days of slack$/)).toBeDefined()
    cleanup()
    await open(await kept('Planned without a due day'))
    expect(screen.getByText('300 left; planned to be done 5 Nov 22:33')).toBeDefined()
  })

  it('says of which day a moment is that is not of the day on which its wave starts', async () => {
    const overMidnight = inputs.replace(';z:', ';w:2@23:30-05:00;z:')
    const plan = { name: 'Over midnight', owner: 'Sato', ticket: '', inputs: overMidnight }
    await open(await store.plans.keep(plan, waves, 'Sato'))
    const wave = screen.getByRole('group', { name: 'Wave 1' }).textContent
    expect(wave).toContain('50%plan 23:5190%plan Wed 00:01Lastplan Wed 00:03')
  })

  it('is approved, started, stopped, resumed and finished, each by name', async () => {
    const plan = await kept('Its states')
    await open(plan)
    await pressFor('Approve')
    await submitted('Approve')
    await pressFor('Start')
    await submitted('Start')
    await pressFor('Stop')
    await userEvent.type(dialog().getByLabelText('Reason'), 'The pilot does not start')
    await submitted('Stop')
    expect(await screen.findByText(/^Stopped with 0 of 300 machines done\./)).toBeDefined()
    expect((await store.plans.find(plan.id))?.state).toBe('stopped')
    await pressFor('Resume')
    await submitted('Resume')
    expect((await store.plans.find(plan.id))?.state).toBe('running')
    await pressFor('Finish')
    await submitted('Finish')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull())
    expect((await store.plans.find(plan.id))?.state).toBe('finished')
  })

  it('has waves only where none waits for another one', async () => {
    await open(await kept('No gates', 'draft', [wave('pilot', 20), wave('wave-1', 280)]))
    expect(screen.getByRole('heading', { name: 'Waves' })).toBeDefined()
    expect(screen.queryByRole('heading', { name: 'Rules of the gates' })).toBeNull()
  })
})

describe('a plan that runs', () => {
  it('counts machines by hand', async () => {
    const plan = await kept('Counted', 'running')
    await open(plan)
    await pressFor('Enter a count')
    await userEvent.type(dialog().getByRole('spinbutton', { name: 'Machines done', hidden: true }), '12')
    await submitted('Record')
    expect(await screen.findByText('12 of 20')).toBeDefined()
    expect((await store.plans.find(plan.id))?.counts).toMatchObject([{ wave: 'pilot', done: 12 }])
  })

  it('opens a gate only with a reason, which stays with who opened it', async () => {
    const plan = await kept('Opened', 'running')
    await open(plan)
    expect(screen.getByText(/waits for 19 machines of Pilot: 0% done \(95% needed\)/)).toBeDefined()
    await pressFor('Open the gate of Wave 1')
    await submit('Open')
    expect((await store.plans.find(plan.id))?.opened).toEqual([])
    await userEvent.type(dialog().getByLabelText('Reason'), 'The power works')
    await submitted('Open')
    expect(await screen.findByText(/opened it .*: “The power works”/)).toBeDefined()
    expect(screen.getByText('Opened by hand')).toBeDefined()
    await pressFor('Close the gate of Wave 1 again')
    await userEvent.type(dialog().getByLabelText('Reason'), 'It does not')
    await submitted('Close again')
    expect(await screen.findByText(/waits for 19 machines of Pilot/)).toBeDefined()
    expect((await store.plans.find(plan.id))?.opened).toEqual([])
  })

  it('takes other windows and consoles only with a reason, and is a draft again', async () => {
    const plan = await kept('Other windows', 'running')
    await open(plan)
    await pressFor('Edit')
    await userEvent.click(dialog().getByText('Windows and consoles'))
    const consoles = dialog().getByRole('textbox', { name: /^Consoles/, hidden: true })
    await userEvent.clear(consoles)
    await userEvent.type(consoles, '4')
    await userEvent.click(dialog().getByText('Tue, Thu 22:00 – 05:00'))
    await userEvent.click(dialog().getByLabelText('Sat'))
    await submit('Save')
    expect((await store.plans.find(plan.id))?.state).toBe('running')
    await userEvent.type(dialog().getByLabelText(/^Reason/), 'Two more people')
    await submitted('Save')
    expect((await store.plans.find(plan.id))?.state).toBe('draft')
    expect((await store.plans.find(plan.id))?.inputs).toContain(';c:4;')
    await press('History')
    expect(await screen.findByText(/^Maintenance windows: .* → Tue, Thu, Sat 22:00 – 05:00$/)).toBeDefined()
    expect(screen.getByText('Consoles: 2 → 4')).toBeDefined()
    expect(screen.getByText(/Two more people/)).toBeDefined()
  })

  it('is duplicated with its waves, and tried out on the page of estimates', async () => {
    const plan = await kept('Twice', 'running')
    const { address } = await open(plan)
    await pressFor('Duplicate')
    await submit('Keep')
    await screen.findByRole('heading', { level: 1, name: 'Copy of Twice' })
    const [copy] = await store.plans.list()
    expect(copy).toMatchObject({ state: 'draft', waves: plan.waves, inputs })
    await userEvent.click(screen.getByRole('link', { name: 'Try the estimate' }))
    await screen.findByRole('button', { name: 'Keep this plan' })
    expect(new URLSearchParams(address().split('?')[1]).get('plan')).toBe(inputs)
  })

  it('shows a viewer how it is, and nothing to change it by', async () => {
    network.use(
      http.get('*/api/me', () =>
        HttpResponse.json({ name: 'Guest', role: 'viewer', signIn: 'accounts', last: 0, seen: null }),
      ),
    )
    await open(await kept('Looked at', 'running'))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull())
    expect(screen.queryByRole('button', { name: /gate|Stop|Enter a count/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'History' })).toBeDefined()
  })

  it('has its curve as a table', async () => {
    await open(await kept('As a table', 'running'))
    const table = screen.getByRole('region', { name: 'The figures as a table' })
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(2)
    expect(within(table).getByRole('columnheader', { name: 'Planned' })).toBeDefined()
  })

  it('tells its history with what changed and why', async () => {
    const plan = await kept('With a history')
    const { name, owner, ticket } = plan
    const edit = { name, owner, ticket, inputs, waves, why: 'Another owner' }
    await store.plans.change(plan.id, plan.version, { ...edit, owner: 'Mori' }, 'Ito')
    await open(plan)
    await press('History')
    expect(await screen.findByText('Owner: Sato → Mori')).toBeDefined()
    expect(screen.getByText(/Another owner/)).toBeDefined()
  })
})

describe('two people who edit a plan', () => {
  async function race() {
    const plan = await kept('Both')
    const page = await open(plan)
    await pressFor('Edit')
    await userEvent.type(dialog().getByLabelText('Name'), ' of mine')
    const { owner, ticket } = plan
    await store.plans.change(plan.id, plan.version, { name: 'Theirs', owner, ticket, inputs, waves, why: '' }, 'Ito')
    await submit('Save')
    await screen.findByText('Another person changed it first')
    return { plan, page }
  }

  it('are both shown, and the second one chooses', async () => {
    const { plan } = await race()
    const row = dialog().getByRole('row', { name: /^Name/, hidden: true })
    expect([...row.children].map(({ textContent }) => textContent)).toEqual([
      'Name both changed',
      'Theirs',
      'Both of mine',
    ])
    expect((await store.plans.find(plan.id))?.name).toBe('Theirs')
    await userEvent.click(dialog().getByText('Save mine on top'))
    await waitFor(async () => expect((await store.plans.find(plan.id))?.name).toBe('Both of mine'))
  })

  it('go on from what is there now', async () => {
    const { plan } = await race()
    await userEvent.click(dialog().getByText('Go on editing'))
    expect(dialog().getByLabelText<HTMLInputElement>('Name').value).toBe('Both of mine')
    await submit('Save')
    await waitFor(async () => expect((await store.plans.find(plan.id))?.name).toBe('Both of mine'))
  })
})

describe('a draft', () => {
  it('is kept under the name that is typed at once, and led to', async () => {
    const { address } = renderAt(`/rollout?plan=${inputs}`)
    await press('Keep this plan')
    const name = await waitFor(() => dialog().getByLabelText<HTMLInputElement>('Name'))
    expect(document.activeElement).toBe(name)
    await userEvent.keyboard('Kept from a draft')
    await userEvent.type(dialog().getByLabelText('Change number'), 'CHG-8')
    await submit('Keep')
    await screen.findByRole('heading', { level: 1, name: 'Kept from a draft' })
    expect(address()).toMatch(/^\/plans\/\d+$/)
    const [plan] = await store.plans.list()
    expect(plan).toMatchObject({ ticket: 'CHG-8', state: 'draft', waves: [{ key: 'pilot' }, { waitsFor: ['pilot'] }] })
  })

  it('is kept with its own waves unless another way is chosen, and says when each of them ends', async () => {
    const withServers = inputs.replace('windows-2000.sp4:80', 'windows-server-2003.rtm:80')
    renderAt(`/rollout?plan=${withServers}`)
    await pressFor('Keep this plan')
    const ways = dialog().getAllByRole<HTMLInputElement>('radio', { hidden: true })
    expect(ways.map(({ checked, parentElement }) => [checked, parentElement?.textContent])).toEqual([
      [true, 'The waves of this draft: ends Thu 5 Nov, 22:34'],
      [false, 'Ready rule: pilot 5%, then clients, servers last: ends Tue 10 Nov, 22:16'],
    ])
    expect(document.querySelector('main')?.textContent).toContain('ends Thu 5 Nov, 22:34')
    await userEvent.click(ways[1] as HTMLElement)
    await submit('Keep')
    expect(await screen.findByText(/planned from .* to Tue 10 Nov, 22:16\. It waits for approval\.$/)).toBeDefined()
    const [plan] = await store.plans.list()
    expect(plan?.waves.map(({ key }) => key)).toEqual(['pilot', 'clients', 'servers'])
  })

  it('has the kept plans beside it', async () => {
    await kept('In the list', 'running')
    renderAt('/rollout')
    const row = (await screen.findByRole('link', { name: 'In the list' })).closest('tr')
    expect(row?.textContent).toMatch(/CHG-7.*Running.*Sato.*0 \/ 300/)
  })

  it('tells when a plan ends by the clock of its own zone, and names that where it is another one', async () => {
    const plan = {
      name: 'Far away',
      owner: 'Sato',
      ticket: '',
      inputs: inputs.replace('Asia/Tokyo', 'Pacific/Chatham'),
    }
    await store.plans.keep(plan, waves, 'Sato')
    renderAt('/rollout')
    const row = (await screen.findByRole('link', { name: 'Far away' })).closest('tr')
    expect(row?.textContent).toContain('Thu 5 Nov, 22:33 Pacific/Chatham')
  })
})

it(
  'a plan that there is not is said to be missing',
  withExpectedErrors(async () => {
    renderAt('/plans/99999')
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such plan')
  }),
)

it('says KEV of a due day only where that sets it', async () => {
  const cve = 'CVE-2031-3000'
  const platform = 'windows-2000.sp3'
  const packages = [{ name: 'a package', platforms: [platform], files: [] }]
  await store.save({ platforms: [], bulletins: [{ ...listing('EX-1', [cve], platform), packages }] }, 'Ito')
  const given = { owner: 'Sato', ticket: '', inputs: inputs.replace('MS05-019', 'EX-1') }
  const dueSheet = async (dueOn: string) => {
    await store.saveKnownExploited([{ cve, addedOn: '2026-10-12', dueOn, ransomware: false }], 'kev')
    await open(await store.plans.keep({ name: `KEV ${dueOn}`, ...given }, waves, 'Sato'))
    return within(document.querySelector('#in-time') as HTMLElement)
  }
  // The policy wants it 60 days from now.
  const byPolicy = await dueSheet('2036-01-01')
  expect(byPolicy.getByText(/^\s*\w{3} \d+ \w{3}/).textContent).not.toContain('KEV')
  cleanup()
  expect((await dueSheet('2026-10-20')).getByText(/20 Oct.* KEV/)).toBeDefined()
})
