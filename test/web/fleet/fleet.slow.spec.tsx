import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FleetLine } from '../../../src/contract/fleet.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/fleet/FleetPage.tsx'
import '../../../src/web/rollout/RolloutPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)
const of = (platform: string, machines: number): FleetLine => ({ platform, edition: null, machines })

/** The fleet as it is on file before a page is opened. */
async function given(...lines: FleetLine[]) {
  const { version } = await store.fleet.current()
  await store.fleet.set(version, lines, 'Ito')
}

describe('the support of machines', () => {
  it('is told line by line, and of a family without a version it is not known', async () => {
    await given(of('windows-server-2003.sp1', 20), of('windows-2000.sp4.server', 4), of('windows-xp', 300))
    renderAt('/fleet')
    const rows = await screen.findAllByRole('row')
    const supportOf = (name: string) =>
      within(rows.find(({ textContent }) => textContent.startsWith(name)) as HTMLElement)
    expect(await supportOf('Windows Server 2003 SP1').findByText(/^ended 14 Apr 2009/)).toBeDefined()
    expect(supportOf('Windows 2000 Server SP4').getByText(/^ended 13 Jul 2010/)).toBeDefined()
    expect(supportOf('Windows XP').getByText('not known', { selector: 'span' })).toBeDefined()
  })

  it('is told on the page of a fix for the platforms that we have', async () => {
    await given(of('windows-server-2003.sp1', 20), of('windows-2000.sp4.server', 4))
    renderAt('/bulletins/MS05-019')
    const heading = await screen.findByRole('heading', { level: 2, name: /^Support/ })
    const section = within(heading.closest('section') as HTMLElement)
    expect(await section.findByText('ended 13 Jul 2010')).toBeDefined()
    expect(section.getAllByText(/endoflife.date, as of 22 Aug 2026/).length).toBeGreaterThan(0)
  })
})

describe('machines that are on file by family, or by a part of a version', () => {
  it('count as affected as far as that is known', async () => {
    await given(of('windows-2000', 300), of('windows-2000.sp4.server', 60))
    renderAt('/bulletins/MS05-019')
    expect(await screen.findByText('60 to 360 of 360 machines affected')).toBeDefined()
  })

  it('are affected or not without a doubt where their version is known', async () => {
    await given(of('windows-2000.sp4', 300), of('windows-98', 60))
    renderAt('/bulletins/MS05-019')
    expect(await screen.findByText('300 of 360 machines affected')).toBeDefined()
  })

  it('go into a plan by their version, and those without one are told of', async () => {
    await given(of('windows-2000', 300), of('windows-2000.sp4.server', 60), of('windows-2000.sp4', 7))
    const { address } = renderAt('/rollout?plan=1;b:MS05-019;z:Asia/Tokyo;s:2005-04-19')
    await userEvent.click(await screen.findByRole('button', { name: 'Add 67 machines' }))
    await waitFor(() => expect(address()).toContain('m:windows-2000.sp4:67'))
    expect(
      screen.getByText('Machines on file as Windows 2000, without a version: 300. Enter them by version.'),
    ).toBeDefined()
  })

  it('are in a plan that is begun, and stay out of one that says of its own what it is for', async () => {
    await given(of('windows-2000.sp4', 67), of('windows-xp.sp2', 5))
    const { address } = renderAt('/rollout?plan=1;b:MS05-019')
    await waitFor(() => expect(address()).toContain('m:windows-2000.sp4:67,windows-xp.sp2:5'))
    const other = renderAt('/rollout?plan=1;b:MS05-019;m:windows-2000.sp4:3')
    await waitFor(() => expect(other.address()).toContain('z:'))
    expect(other.address()).toContain('m:windows-2000.sp4:3;')
  })

  it('come into an empty plan with its first alert', async () => {
    await given(of('windows-2000.sp4', 67))
    const { address } = renderAt('/rollout')
    const picker = within(
      (await screen.findByRole('heading', { level: 2, name: 'Alerts to deploy' })).parentElement as HTMLElement,
    )
    await userEvent.type(picker.getByRole('searchbox'), 'MS05-019')
    await userEvent.click(await picker.findByText('MS05-019'))
    await waitFor(() => expect(address()).toContain('m:windows-2000.sp4:67'))
  })

  it('are my platforms by their version, as the bulletins name them', async () => {
    await given(of('windows-2000.sp4.server', 60))
    const { address } = renderAt('/alerts')
    await userEvent.click(await screen.findByRole('button', { name: 'My platforms', hidden: true }))
    await waitFor(() => expect(address()).toBe('/alerts?platform=windows-2000.sp4'))
    await screen.findByRole('article', { name: 'MS05-019' })
  })

  it('show what is open on their version, and that one is missing', async () => {
    await given(of('windows-2000', 300), of('windows-2000.sp4', 5), of('windows-2000.sp4.server', 60))
    renderAt('/fleet')
    await screen.findByRole('region', { name: 'Machines on file' })
    const openOn = (name: RegExp) => screen.getByRole('row', { name }).children[3]?.textContent
    expect(openOn(/^Windows 2000 Server SP4/)).toBe(openOn(/^Windows 2000 SP4/))
    expect(openOn(/^Windows 2000 version not given/)).not.toBe('0')
  })
})

describe('the fleet, while it is saved', () => {
  const machines = async (name: string) => screen.findByLabelText<HTMLInputElement>(`Machines: ${name}`)
  const type = async (name: string, text: string) => {
    const field = await machines(name)
    await userEvent.clear(field)
    await userEvent.type(field, text)
  }
  /** Every save waits until it is let go, and is answered by the API then. */
  const heldSave = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    network.use(http.put('*/api/fleet', () => promise))
    return resolve
  }

  it('keeps what is typed meanwhile, and offers to save that too', async () => {
    await given(of('windows-2000.sp4', 10), of('windows-xp.sp2', 1))
    const letGo = heldSave()
    renderAt('/fleet')
    await type('Windows 2000 SP4', '20')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await type('Windows 2000 SP4', '30')
    letGo()
    await waitFor(async () => expect((await store.fleet.current()).lines).toContainEqual(of('windows-2000.sp4', 20)))
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false))
    expect((await machines('Windows 2000 SP4')).value).toBe('30')
    expect(screen.queryByText('Saved')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved')
    expect((await store.fleet.current()).lines).toEqual([of('windows-2000.sp4', 30), of('windows-xp.sp2', 1)])
  })

  it('is laid beside what another person has saved meanwhile, and saved over it only once that was seen', async () => {
    await given(of('windows-2000.sp4', 10), of('windows-xp.sp2', 1))
    renderAt('/fleet')
    await type('Windows 2000 SP4', '20')
    const { version } = await store.fleet.current()
    await store.fleet.set(version, [of('windows-2000.sp4', 15), of('windows-xp.sp2', 3)], 'Sato')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const others = within(await screen.findByRole('region', { name: 'Changes by another person' }))
    expect(others.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'PlatformBeforeNow (Sato)Once you save yoursOS edition (optional)',
      'Windows 2000 SP4101520',
      'Windows XP SP2133',
    ])
    expect((await store.fleet.current()).lines).toContainEqual(of('windows-2000.sp4', 15))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved')
    expect((await store.fleet.current()).lines).toEqual([of('windows-2000.sp4', 20), of('windows-xp.sp2', 3)])
  })

  it('is there again after another visit, as far as it was typed', async () => {
    await given(of('windows-2000.sp4', 10), of('windows-xp.sp2', 1))
    const { unmount } = renderAt('/fleet')
    await type('Windows 2000 SP4', '20')
    await userEvent.clear(await machines('Windows XP SP2'))
    unmount()
    const again = renderAt('/fleet')
    expect((await machines('Windows 2000 SP4')).value).toBe('20')
    expect((await machines('Windows XP SP2')).value).toBe('')
    await type('Windows XP SP2', '2')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved')
    again.unmount()
    renderAt('/fleet')
    expect((await machines('Windows 2000 SP4')).value).toBe('20')
    expect(screen.queryByText('Changes are not saved yet')).toBeNull()
  })

  it('is saved once, however often that is asked for', async () => {
    await given(of('windows-2000.sp4', 10))
    const { version } = await store.fleet.current()
    const letGo = heldSave()
    renderAt('/fleet')
    await type('Windows 2000 SP4', '20')
    await userEvent.type(await machines('Windows 2000 SP4'), '{Enter}{Enter}')
    letGo()
    await screen.findByText('Saved')
    expect((await store.fleet.current()).version).toBe(version + 1)
  })
})

describe('the coverage of a bulletin', () => {
  const report = async (...machines: { name: string; isApplied: boolean | null }[]) =>
    store.fleet.report('MS05-019', machines, 'Ito')

  it('is whole once each machine that the fix is for has it', async () => {
    await given()
    await report({ name: 'PC1', isApplied: true }, { name: 'PC2', isApplied: null }, { name: 'PC3', isApplied: null })
    renderAt('/bulletins/MS05-019')
    expect(await screen.findByText('1 of 1 machine')).toBeDefined()
    expect(screen.queryByText(/lacks? it$/)).toBeNull()
  })

  it('names the machines that lack the fix, and counts those that are too many to name', async () => {
    const many = Array.from({ length: 103 }, (_, at) => ({ name: `PC${at + 100}`, isApplied: false }))
    await report({ name: 'PC1', isApplied: true }, ...many)
    renderAt('/bulletins/MS05-019')
    await userEvent.click(await screen.findByText('103 machines lack it'))
    expect(screen.getByText('PC100')).toBeDefined()
    expect(screen.queryByText('PC202')).toBeNull()
    expect(screen.getByText('and 3 more')).toBeDefined()
  })
})

describe('a fleet out of a spreadsheet', () => {
  const preview = () => screen.getByRole('region', { name: 'What happens to each line' })
  const rows = () =>
    within(preview())
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent))
  const file = (...lines: string[]) => new File([lines.join('\n')], 'fleet.csv', { type: 'text/csv' })

  /** Opens the page, and chooses a file of these lines. */
  async function choose(...lines: string[]): Promise<HTMLInputElement> {
    renderAt('/fleet')
    const input = await screen.findByLabelText<HTMLInputElement>('Choose a file')
    await userEvent.upload(input, file(...lines))
    return input
  }
  const threeLines = [of('windows-2000.sp4', 10), of('windows-xp.sp2', 1), of('windows-xp.sp1', 2)]

  it('is shown line by line before anything is taken over', async () => {
    await given(...threeLines)
    await choose('windows-2000.sp4,,20', 'windows-xp.sp2,,1', 'windows-2000.sp3,Server,5')
    await screen.findByText('3 lines can be taken over')
    expect(rows()).toEqual([
      ['Windows 2000 SP4', '10 → 20', 'changed', ''],
      ['Windows 2000 SP3', '– → 5', 'added', 'Server'],
      ['Windows XP SP1', '2 → –', 'not in the file: removed if the list is replaced', ''],
      ['Windows XP SP2', '1', 'unchanged', ''],
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Add this to the list' }))
    expect((await screen.findByLabelText<HTMLInputElement>('Machines: Windows XP SP1')).value).toBe('2')
    expect(screen.getByLabelText<HTMLInputElement>('Machines: Windows 2000 SP4').value).toBe('20')
  })

  it('says of a line that it names but that cannot be taken over, not that it has none', async () => {
    await given(...threeLines)
    await choose('windows-2000.sp4,,ten', 'windows-xp.sp2,,1', 'windows-2000.sp3,Server,5')
    await screen.findByText('2 lines can be taken over, 1 cannot')
    expect(rows().filter(([, , change]) => change?.includes('removed'))).toEqual([
      ['Windows 2000 SP4', '10 → –', 'Line 1 cannot be taken over: removed if the list is replaced', ''],
      ['Windows XP SP1', '2 → –', 'not in the file: removed if the list is replaced', ''],
    ])
  })

  it('can be chosen again under the same name, once it is corrected', async () => {
    const input = await choose('windows-95,,4')
    await screen.findByText('0 lines can be taken over, 1 cannot')
    // A browser tells of no change where the same file is chosen again.
    await waitFor(() => expect(input.value).toBe(''))
    await userEvent.upload(input, file('windows-xp.sp2,,4'))
    await screen.findByText('1 line can be taken over')
  })

  it('says how many more lines are bad than it names', async () => {
    await choose(...Array.from({ length: 53 }, (_, at) => `windows-3.${at},,4`))
    await screen.findByText('there is no platform “windows-3.49”', { exact: false })
    expect(screen.queryByText(/windows-3\.50”/)).toBeNull()
    expect(screen.getByText('and 3 more')).toBeDefined()
  })
})

describe('what is said of the machines of a line', () => {
  it('is whether the internet reaches them, and what they are for', async () => {
    await given({ ...of('windows-2000.sp4', 10), roles: ['kiosk'] }, of('windows-xp.sp2', 1))
    renderAt('/fleet')
    const name = 'Windows 2000 SP4'
    await userEvent.selectOptions(
      await screen.findByLabelText(`Reachable from the internet: ${name}`),
      screen.getAllByRole('option', { name: 'yes' })[0] ?? name,
    )
    await userEvent.type(screen.getByLabelText(`Roles: ${name}`), ', domain-controller')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved')
    expect((await store.fleet.current()).lines).toEqual([
      { ...of('windows-2000.sp4', 10), reachable: 'yes', roles: ['kiosk', 'domain-controller'] },
      of('windows-xp.sp2', 1),
    ])
  })

  it('is taken back with the other changes', async () => {
    await given({ ...of('windows-2000.sp4', 10), roles: ['kiosk'] })
    renderAt('/fleet')
    const roles = await screen.findByLabelText<HTMLInputElement>('Roles: Windows 2000 SP4')
    await userEvent.type(roles, ', web')
    expect(roles.value).toBe('kiosk, web')
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect(screen.getByLabelText<HTMLInputElement>('Roles: Windows 2000 SP4').value).toBe('kiosk')
  })
})

describe('how far the fleet is', () => {
  it('is told by what is to be installed, adds up, and leads to the alert', async () => {
    await given(of('windows-2000.sp4', 10), of('windows-xp.sp2', 5))
    await store.fleet.report('MS05-019', [{ name: 'PC1', isApplied: false }], 'Ito', crypto.randomUUID())
    renderAt('/fleet')
    const panel = await screen.findByRole('region', { name: 'To install, and machines left' })
    const total = within(panel).getByRole('row', { name: /^Total/ })
    const [all = 0, applied = 0, missing = 0, unchecked = 0] = [...total.children]
      .slice(2)
      .map(({ textContent }) => Number(textContent))
    expect(missing).toBeGreaterThan(0)
    expect(applied + missing + unchecked).toBe(all)
    expect(within(panel).getAllByRole('link', { name: /^MS/ })[0]?.getAttribute('href')).toMatch(/^\/bulletins\/MS/)
    expect(screen.getByRole('link', { name: /^\d+ lack it/ }).getAttribute('href')).toBe('#progress')
  })
})

describe('a line that is added by hand', () => {
  it('takes the place of no other of the same platform and edition', async () => {
    await given(of('windows-xp.sp2', 10))
    renderAt('/fleet')
    await userEvent.type(await screen.findByLabelText('Platform'), 'Windows XP SP2')
    await userEvent.type(screen.getByLabelText('Machines'), '5')
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(screen.getByRole('alert').textContent).toBe(
      '“Windows XP SP2” (10) is in the list already: change the number there.',
    )
    expect(screen.getByLabelText<HTMLInputElement>('Machines: Windows XP SP2').value).toBe('10')
    await userEvent.type(screen.getByLabelText('OS edition (optional)'), 'Tablet')
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByLabelText<HTMLInputElement>('Machines: Windows XP SP2 Tablet').value).toBe('5')
  })

  it('means what a file means by the same name, and is chosen by the keys', async () => {
    await given(of('windows-98', 1))
    renderAt('/fleet')
    const field = await screen.findByRole('combobox', { name: 'Platform' })
    await userEvent.type(field, 'win xp sp')
    const options = within(screen.getByRole('listbox', { name: 'Proposed: Platform' })).getAllByRole('option')
    expect(options[0]?.textContent).toContain('Windows XP SP2')
    await userEvent.keyboard('{ArrowDown}')
    expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id)
    await userEvent.keyboard('{Enter}')
    expect((field as HTMLInputElement).value).toBe('Windows XP SP2')
    await userEvent.type(screen.getByLabelText('Machines'), '5')
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(screen.getByLabelText<HTMLInputElement>('Machines: Windows XP SP2').value).toBe('5')
    await userEvent.type(screen.getByLabelText('Or paste it here'), 'windows xp service pack 2,,7')
    expect(screen.getByRole('row', { name: /^Windows XP SP2 5 → 7 changed/ })).toBeDefined()
  })

  it('is refused where it counts the machines of another line again, by hand and from a file', async () => {
    await given(of('windows-2000.sp4', 10))
    renderAt('/fleet')
    await userEvent.type(await screen.findByLabelText('Platform'), 'Windows 2000 Server SP4')
    await userEvent.type(screen.getByLabelText('Machines'), '5')
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(screen.getByRole('alert').textContent).toBe(
      'The line “Windows 2000 SP4” (10) counts the same machines. Put them into one line, or split that line first.',
    )
    await userEvent.type(screen.getByLabelText('Or paste it here'), 'windows-2000.sp4.server,,5')
    expect(screen.getByText('“Windows 2000 Server SP4” counts machines of “Windows 2000 SP4”')).toBeDefined()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add this to the list' }).disabled).toBe(true)
  })
})

describe('a file of an inventory tool', () => {
  // The files of jsdom are none to Node, which would send their name alone.
  beforeEach(() => {
    const send = globalThis.fetch
    globalThis.fetch = async (address, { body, ...init } = {}) =>
      send(
        address,
        body instanceof Blob ? { ...init, body: await body.arrayBuffer() } : { ...init, body: body ?? null },
      )
  })
  const head = 'Device name,Last check-in,OS version,OS,SkuFamily,ProcessorArchitecture'
  const file = (...lines: string[]) => new File([[head, ...lines].join('\n')], 'devices.csv', { type: 'text/csv' })
  const choose = async (chosen: File) => {
    renderAt('/fleet')
    await userEvent.upload(await screen.findByLabelText('Choose files', { selector: 'input' }), chosen)
    return within(await screen.findByRole('region', { name: chosen.name }))
  }

  it('is shown line by line, what cannot be read first, and then taken over without it', async () => {
    await given(of('windows-2000.sp4', 67))
    const section = await choose(
      file(
        'PC-1,2026-05-14 08:00:00.0000000,10.0.26100.4349,Windows,Pro,x64',
        'PC-2,2026-05-14 08:00:00.0000000,newest,Windows,Pro,x64',
        'iPad,2026-05-14 08:00:00.0000000,18.5,iOS,,',
      ),
    )
    expect(await section.findByText('Intune')).toBeDefined()
    const rows = (await section.findAllByRole('row')).slice(1).map(({ textContent }) => textContent)
    expect(rows[0]).toContain('"newest" is no build')
    expect(rows.at(-1)).toContain('PC-1')
    await userEvent.click(section.getByRole('button', { name: 'Import 1 machine, without those with a problem' }))
    expect(
      await section.findByText(/Imported: 1 new, 0 changed, 0 unchanged Left out, with a problem: 1 machine/),
    ).toBeDefined()
    expect((await store.machines.known(['pc-1'])).size).toBe(1)
  })

  it('that does not tell which number is the month is read again once the reader says it', async () => {
    const history =
      'ComputerName,Date,Operation,ResultCode,HResult,Title,KB\nPC-7,6/5/2026 9:00:00 AM,1,2,0,x,KB5079473\n'
    const section = await choose(new File([history], 'history.csv'))
    expect(await section.findByText(/does not tell which number of "6\/5\/2026 9:00:00 AM" is the month/)).toBeDefined()
    await userEvent.click(section.getByRole('button', { name: '6/11 is 11 June' }))
    expect(await section.findByText('1 new, 0 changed, 0 unchanged')).toBeDefined()
    await userEvent.click(section.getByRole('button', { name: 'Do not import it' }))
    expect(screen.queryByRole('region', { name: 'history.csv' })).toBeNull()
  })

  it('can be made by a script, which is there to copy and to save', async () => {
    renderAt('/fleet')
    await userEvent.click(await screen.findByText('Script for one machine'))
    expect(screen.getByRole('region', { name: 'Script for one machine' }).textContent).toContain('Get-HotFix')
    expect(screen.getByRole('button', { name: 'Save (.ps1)' })).toBeDefined()
  })
})
