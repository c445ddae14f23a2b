import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/rollout/RolloutPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'

const store = await contentStore()
const network = mockApiForFile(store)
afterEach(() => {
  network.resetHandlers()
  localStorage.clear()
})

const link = (rest: string, other = '') =>
  `/rollout?plan=1;b:MS05-019;${rest};z:Asia/Tokyo;s:2005-04-19${other && `&versus=${other}`}`
const figure = async (name: string) => {
  const term = await screen.findByText(name, { selector: 'dt' })
  return shown(term.nextElementSibling?.firstChild?.textContent)
}
const rows = (table: string) =>
  within(screen.getByRole('region', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => shown(textContent)))

// The first in this file: a page that is loaded stays with the Temporal it was loaded with.
describe('a browser without Temporal', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('computes the same plan, day and zone of this device included', async () => {
    const today = Temporal.Now.plainDateISO().toString()
    const zone = Temporal.Now.timeZoneId()
    vi.stubGlobal('Temporal', undefined)
    // What is loaded instead changes Intl too; here it changes this copy.
    vi.stubGlobal('Intl', Object.create(Intl))
    const begun = renderAt('/rollout')
    await waitFor(() => expect(begun.address()).toBe(`/rollout?plan=1;r:10;z:${zone};s:${today};k:24`))
    begun.unmount()
    renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    expect(await figure('Finished')).toBe('Tue 19 Apr, 22:52')
  })
})

describe('the answer', () => {
  it('says how long it takes, when it is done and how sure that is', async () => {
    renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    expect(await figure('If all at once')).toBe('52 min')
    expect(await figure('Finished')).toBe('Tue 19 Apr, 22:52')
    expect(screen.getByText(/^500 machines, 2 consoles, range 5\d min – 5\d min$/)).toBeDefined()
    expect(screen.getByText('1 alert on 500 machines: starts Tue 19 Apr, 22:00, ends Tue 19 Apr, 22:52.')).toBeDefined()
  })

  it('has the published times for one console in its table', async () => {
    renderAt(link('m:windows-2000.sp3:1000;c:1'))
    await userEvent.click(await screen.findByText('The figures as a table'))
    expect(rows('Rollout time').map(([machines, one]) => `${machines} ${one}`)).toEqual([
      'Machines 1 console',
      '50 18 min',
      '100 27 min',
      '250 52 min',
      '500 1 h 34 min',
      '1,000 2 h 58 min',
      '2,000 5 h 47 min',
    ])
  })

  it('waits for machines, and for alerts before that', async () => {
    renderAt('/rollout')
    expect((await screen.findAllByText('Choose the alerts to deploy.')).length).toBeGreaterThan(0)
    expect(screen.queryByLabelText('Consoles')).toBeNull()
    renderAt(link('c:2'))
    expect(await screen.findByText('Enter machine counts to see how long it takes and when it is done.')).toBeDefined()
    expect(screen.getByLabelText('Consoles')).toBeDefined()
  })

  it.each(['JST', 'PST', 'Tokyo Standard Time'])(
    'is there for a link with the zone %s, which is none',
    async (zone) => {
      renderAt(`/rollout?plan=1;b:MS05-019;m:windows-2000.sp3:500;c:2;p:0;z:${zone};s:2005-04-19`)
      expect(await figure('If all at once')).toBe('52 min')
    },
  )

  it('begins with the alerts of its plan, and asks for no others until all are there', async () => {
    const index = Promise.withResolvers<void>()
    const asked: (string | null)[] = []
    network.use(
      http.get('*/api/index', () => index.promise),
      http.get('*/api/index/first', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('ids'))
      }),
    )
    renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    await userEvent.click(await screen.findByRole('button', { name: 'Add an alert' }))
    index.resolve()
    expect(await screen.findAllByRole('button', { name: /^MS05-/ })).toHaveLength(7)
    expect(asked).toEqual(['MS05-019'])
  })

  it('stays while a zone is typed that is none, which is said beside it', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    const zone = await screen.findByLabelText<HTMLInputElement>(/^Time zone/)
    await userEvent.clear(zone)
    await userEvent.type(zone, 'JST')
    expect(zone.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(/^Enter an IANA name such as Asia\/Tokyo/)).toBeDefined()
    expect(await figure('If all at once')).toBe('52 min')
    expect(address()).toContain('z:Asia/Tokyo')
  })

  it('says what does not fit, and fits after the remedy', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:2000;w:2@22:00-22:20;e:0;p:0'))
    const alert = within(await screen.findByRole('alert'))
    expect(await figure('Finished')).toBe('Does not finish in the windows')
    expect(alert.getByText(/^Wave 1: [\d,]+ machines \(.*\) do not fit\.$/)).toBeDefined()
    await userEvent.click(alert.getByRole('button', { name: /^Add \d consoles?$/ }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(address()).toMatch(/;c:\d;/)
  })

  it('says that a window is too short for a single machine', async () => {
    renderAt(link('m:windows-2000.sp3:20;w:2@22:00-22:20;e:30;p:0'))
    expect(await screen.findByText(/^Wave 1: not even one machine fits into a window/)).toBeDefined()
  })

  it('keeps a link with bad values to what is good of it', async () => {
    renderAt('/rollout?plan=1;b:MS05-019,MS99-999;m:windows-2000.sp3:50,bad:x;c:none;z:Mars/Base;s:2005-04-19;p:0')
    expect(await figure('If all at once')).toBe('18 min')
    expect(screen.getByText('not on file')).toBeDefined()
  })
})

describe('the inputs', () => {
  it('ask only for platforms that the alerts touch, and name the others', async () => {
    renderAt(link('m:windows-2000.sp3:20,home:7'))
    expect(await screen.findByLabelText('Windows 2000 SP3')).toBeDefined()
    expect(screen.queryByLabelText('Windows 98')).toBeNull()
    expect(screen.getByText('7 machines not affected')).toBeDefined()
  })

  it('start with today and the zone of this device in the address', async () => {
    const { address } = renderAt('/rollout')
    const today = Temporal.Now.plainDateISO().toString()
    await waitFor(() => expect(address()).toBe(`/rollout?plan=1;r:10;z:${Temporal.Now.timeZoneId()};s:${today};k:24`))
  })

  it('are all in the address', async () => {
    const { address } = renderAt(link('c:2'))
    await userEvent.type(await screen.findByLabelText('Windows 2000 SP3'), '120')
    await waitFor(() => expect(address()).toContain(';m:windows-2000.sp3:120;'))
    await userEvent.click(screen.getByLabelText('Freeze Japanese holidays'))
    await waitFor(() => expect(address()).toContain(';h:y'))
    expect(screen.getByText(/29 Apr 2005 Greenery Day/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Freeze Golden Week, 29 Apr 2005 – 5 May 2005' }))
    await waitFor(() => expect(address()).toContain(';x:2005-04-29/2005-05-05;'))
  })

  it('keep what is out of range in sight, say so, and go on with the last good value', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    // The first is the plan's; a measured run has one too.
    const [consoles] = await screen.findAllByRole('textbox', { name: 'Consoles' })
    await userEvent.tripleClick(consoles as HTMLElement)
    await userEvent.keyboard('120')
    expect(screen.getByDisplayValue('120').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Enter a number from 1 to 99.')).toBeDefined()
    expect(address()).toContain('c:12;')
  })

  it('keep every key of quick typing, in the middle of a number too', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:120'))
    const field = await screen.findByLabelText<HTMLInputElement>('Windows 2000 SP3')
    await userEvent.type(field, '56', { initialSelectionStart: 1, initialSelectionEnd: 1 })
    expect(field.value).toBe('15620')
    await waitFor(() => expect(address()).toContain('m:windows-2000.sp3:15620'))
  })

  it('read a number with separators', async () => {
    const { address } = renderAt(link('c:2'))
    await userEvent.type(await screen.findByLabelText('Windows 2000 SP3'), '1,410')
    await waitFor(() => expect(address()).toContain('m:windows-2000.sp3:1410'))
  })

  it('add an alert by its number, and take it away', async () => {
    const { address } = renderAt('/rollout')
    await userEvent.type(await screen.findByLabelText('Add an alert'), 'KB893066{Enter}')
    await waitFor(() => expect(address()).toContain('b:MS05-019'))
    await userEvent.click(screen.getByRole('button', { name: 'Remove MS05-019' }))
    await waitFor(() => expect(address()).not.toContain('MS05-019'))
  })

  it('add what the filter leaves', async () => {
    const { address } = renderAt('/rollout?platform=windows-2000.sp3&severity=1')
    await userEvent.click(await screen.findByRole('button', { name: /^Add all \d+ of the filter$/ }))
    await waitFor(() => expect(address()).toMatch(/b:MS05-\d+(,MS05-\d+)+/))
  })

  it('show assumed times as what they are, and let them be changed', async () => {
    const { address } = renderAt('/rollout?plan=1;b:MS05-018;m:windows-2000.sp3:60;z:Asia/Tokyo;s:2005-04-19;p:0')
    expect(await figure('If all at once')).toBe('20 min')
    const assumed = within(screen.getByRole('group', { name: 'Assumed: no times are published for MS05-018' }))
    await userEvent.type(assumed.getByLabelText('Set-up'), '{Backspace}5')
    await waitFor(() => expect(address()).toContain('a:15'))
    await waitFor(async () => expect(await figure('If all at once')).toBe('25 min'))
  })

  it('describe each window in words, and change it by its fields', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:50'))
    const words = await screen.findByText('Tue, Thu 22:00 – 05:00')
    await userEvent.click(words)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sat' }))
    await waitFor(() => expect(address()).toContain('w:246@22:00-05:00'))
    expect(screen.getByText('Tue, Thu, Sat 22:00 – 05:00')).toBeDefined()
  })

  it('take two changes of one list that follow each other at once', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:50'))
    await userEvent.click(await screen.findByText('Tue, Thu 22:00 – 05:00'))
    for (const day of ['Mon', 'Sat']) fireEvent.click(screen.getByRole('checkbox', { name: day }))
    await waitFor(() => expect(address()).toContain('w:1246@22:00-05:00'))
  })

  it('put platforms into waves, one product after the other', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:50,windows-2000.sp4:50,windows-xp.sp2:30'))
    await userEvent.click(await screen.findByRole('button', { name: 'By product' }))
    await waitFor(() => expect(address()).toContain('g:windows-2000.sp3,windows-2000.sp4_windows-xp.sp2'))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Wave of Windows 2000 SP3' }), 'Wave 3')
    await waitFor(() => expect(address()).toContain('g:windows-2000.sp4_windows-xp.sp2_windows-2000.sp3'))
  })
})

describe('the plan', () => {
  it('lists every session with its moments in the zone of the plan', async () => {
    renderAt(link('m:windows-2000.sp3:500,windows-xp.sp2:100;c:2;g:windows-2000.sp3_windows-xp.sp2;k:24'))
    await screen.findByRole('region', { name: 'Plan' })
    expect(rows('Plan').map(([wave, from]) => `${wave}: ${from}`)).toEqual([
      'Wave: Start',
      'Pilot: Tue 19 Apr, 22:00',
      'Wave 1: Thu 21 Apr, 22:00',
      'Wave 2: Tue 26 Apr, 22:00',
    ])
  })

  it('shows each session on the time line', async () => {
    renderAt(link('m:windows-2000.sp3:500;c:2;p:0'))
    expect(await screen.findByRole('img', { name: 'Wave 1: Tue 19 Apr, 22:00 – 22:52, 500 machines' })).toBeDefined()
  })
})

describe('another plan', () => {
  it('stands beside this one, with the difference in words', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:500;p:0'))
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with another plan' }))
    await waitFor(() => expect(address()).toContain('&versus=1;c:2'))
    expect(screen.getByText('The other plan takes 42 min less and is finished 42 min earlier.')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Use the other plan' }))
    await waitFor(() => expect(address()).not.toContain('versus'))
    expect(address()).toContain('c:2;')
  })

  it('says when only one of them finishes', async () => {
    renderAt(link('m:windows-2000.sp3:2000;p:0', '1;w:2@22:00-22:20'))
    expect(
      await screen.findByText(/^The other plan takes as long but does not finish in the windows, as this plan does\.$/),
    ).toBeDefined()
  })
})

describe('the machines on file', () => {
  const lines = [
    { platform: 'windows-2000.sp3', edition: null, machines: 300 },
    { platform: 'windows-9x.98', edition: null, machines: 40 },
    { platform: 'windows-xp.sp1', edition: null, machines: 200 },
  ]
  const setFleet = async (next: typeof lines) => store.fleet.set((await store.fleet.current()).version, next, 'test')
  beforeEach(async () => void (await setFleet(lines)))
  afterEach(async () => void (await setFleet([])))

  it('come along with each alert that is added to a plan', async () => {
    const { address } = renderAt('/rollout?plan=1;b:MS05-019;m:windows-2000.sp3:10;z:Asia/Tokyo;s:2005-04-19')
    await userEvent.click(await screen.findByRole('button', { name: /Add an alert/ }))
    await userEvent.type(await screen.findByRole('searchbox', { name: /Add an alert/ }), 'MS05-002')
    await userEvent.click(await screen.findByRole('button', { name: /MS05-002/ }))
    await waitFor(() => expect(address()).toContain('windows-9x.98:40'))
    expect(address()).toContain('windows-2000.sp3:10')
    // Those that go with the last alert for them, and those that are told of.
    expect(screen.getByText(/490 machines on file are not in this plan \(Windows 2000 SP3/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Add 490 machines' }))
    await waitFor(() => expect(address()).toContain('windows-2000.sp3:300'))
    await userEvent.click(screen.getByRole('button', { name: 'Remove MS05-002' }))
    await waitFor(() => expect(address()).not.toContain('windows-9x.98'))
    expect(address()).toContain('windows-2000.sp3:300')
  })

  it('have a plan in one click, of what is to be installed on them', async () => {
    const { address } = renderAt('/rollout')
    const proposal = within(
      (await screen.findByRole('heading', { level: 2, name: /^To install/ })).parentElement as HTMLElement,
    )
    const listed = proposal.getAllByRole('listitem').map((item) => item.textContent)
    expect(listed.length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull()
    await userEvent.click(proposal.getByRole('button', { name: /^Plan th/ }))
    await waitFor(() => expect(address()).toMatch(/m:.*windows-2000\.sp3:300/))
    expect(await screen.findByText(/machines: starts /)).toBeDefined()
  })
})

describe('measured runs', () => {
  afterEach(async () => {
    for (const { id } of await store.fleet.rollouts()) await store.fleet.withdraw(id, 'test')
  })
  const record = async (minutes: string) => {
    const form = within((await screen.findByRole('button', { name: 'Record' })).closest('form') as HTMLFormElement)
    await userEvent.clear(form.getByLabelText('Install time (min)'))
    await userEvent.type(form.getByLabelText('Install time (min)'), minutes)
    await userEvent.click(form.getByRole('button', { name: 'Record' }))
  }

  it('correct the estimate, in the address too, and can be switched off', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:500;p:0;t:WSUS'))
    await record('141')
    expect(await screen.findByText('one run only (n = 1): 1.50×, spread not known')).toBeDefined()
    await waitFor(async () => expect(await figure('If all at once')).toBe('2 h 21 min'))
    expect(address()).toContain('u:1:1.500:1.500:1.500')
    await userEvent.click(screen.getByRole('checkbox', { name: /^Correct by measured runs/ }))
    await waitFor(() => expect(address()).not.toContain('u:'))
    await waitFor(async () => expect(await figure('If all at once')).toBe('1 h 34 min'))
  })

  it('correct no plan for another tool while there is only one', async () => {
    const { address } = renderAt(link('m:windows-2000.sp3:500;p:0'))
    await record('141')
    expect(await screen.findByText(/^One run alone corrects only plans with the same deployment tool/)).toBeDefined()
    expect(await figure('If all at once')).toBe('1 h 34 min')
    expect(address()).not.toContain('u:')
  })

  it('are offered with the machines of the plan that the alert is for', async () => {
    renderAt('/rollout?plan=1;b:MS05-019,MS05-005;m:windows-2000.sp3:500,office.xp:40;z:Asia/Tokyo;s:2005-04-19')
    const form = within((await screen.findByRole('button', { name: 'Record' })).closest('form') as HTMLFormElement)
    expect(form.getByLabelText<HTMLInputElement>('Machines').value).toBe('500')
    await userEvent.selectOptions(form.getByLabelText('Alert'), 'MS05-005')
    expect(form.getByLabelText<HTMLInputElement>('Machines').value).toBe('40')
  })

  it('that are out of all proportion are shown, with the reason why they do not count', async () => {
    renderAt(link('m:windows-2000.sp3:500;p:0'))
    await record('2000')
    expect(await screen.findByText('21.28× excluded: more than five times the estimate')).toBeDefined()
    expect(await figure('If all at once')).toBe('1 h 34 min')
    await userEvent.click(screen.getByRole('button', { name: /^Delete the run of/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByText(/excluded/)).toBeNull())
  })

  it('are not recorded while a field has something that is no number', async () => {
    renderAt(link('m:windows-2000.sp3:500;p:0'))
    await record('14.10.')
    expect(screen.queryByText(/^\d+ runs?: median/)).toBeNull()
    expect(screen.getByDisplayValue('14.10.').getAttribute('aria-invalid')).toBe('true')
  })

  it('of another device stand in the link, which says so', async () => {
    renderAt(link('m:windows-2000.sp3:500;p:0;u:5:1.200:0.900:1.600'))
    expect(await figure('If all at once')).toBe('1 h 53 min')
    expect(await screen.findByText(/^This plan is corrected by 5 other runs/)).toBeDefined()
  })
})
