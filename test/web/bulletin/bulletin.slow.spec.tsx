import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../../src/contract/problem.ts'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import { importMsrcCvrf } from '../../../src/feeds/msrc-cvrf/import.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'

const store = await contentStore()
await store.save(await importMsrcCvrf(hotpatchMonth()), 'msrc-cvrf')
const network = mockApiForFile(store)

/** A month in which a hotpatch and its baseline mend a flaw of which much is said. */
function hotpatchMonth() {
  const fix = { products: ['a'], restart: 'Yes' }
  return cvrf({
    products: { a: 'Windows Server 2025' },
    flaws: [
      {
        cve: 'CVE-2026-1000',
        severities: { a: 'Important' },
        exploitStatus: 'Exploited:No;Latest Software Release:Exploitation More Likely;DOS:Permanent',
        notes: [
          ['FAQ', 'FAQ', '<p><strong>Is the preview pane a way in?</strong></p><p>Never at all.</p>'],
          ['Tag', 'Example Component', 'Example Component'],
          ['Other', 'Customer Action Required', 'Yes'],
        ],
        cwes: { 'CWE-416': 'Use After Free' },
        acknowledgements: [{ name: 'A. Example' }],
        scores: [{ base: '8.8', temporal: '7.7', vector: 'CVSS:3.1/AV:N', products: ['a'] }],
        remediations: [
          { ...fix, label: '5079473', subType: 'Security Update' },
          { ...fix, label: '5079474', subType: 'Security Hotpatch Update' },
        ],
      },
    ],
  })
}

const opened = async (id: string) => screen.findByText(id, { selector: 'header b' })
const sheet = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) }).parentElement as HTMLElement)
const rowOf = (title: string, name: RegExp) => {
  const row = sheet(title).getByRole('rowheader', { name }).closest('tr')
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)
}
const sectionLinks = () =>
  within(screen.getByRole('navigation', { name: 'On this page' }))
    .getAllByRole('link')
    .map((link) => link.textContent)
const factIn = (title: string, name: string) => sheet(title).getByText(name).nextElementSibling?.textContent
const fact = (name: string) => factIn('Other facts and source', name)
/** The fact below the header, and the section that it leads to. */
const keyFact = (name: string) => {
  const said = within(screen.getByRole('region', { name: 'Key facts' })).getByText(name).nextElementSibling
  return [said?.textContent, said?.querySelector('a')?.getAttribute('href')]
}

const noFix = 'No fix'
const not = 'Not affected'

describe('the bulletin page', () => {
  it('says which fix replaced it, and which ones it replaces, with what is not on file', async () => {
    renderAt('/bulletins/MS05-014')
    await opened('MS05-014')
    expect(factIn('Supersedence', 'Replaced by')).toBe('MS05-020')
    renderAt('/bulletins/MS05-020')
    await opened('MS05-020')
    expect(screen.getAllByText('not on file').length).toBeGreaterThan(0)
  })

  it('says what MS05-019 is and how soon to deploy it, and why', async () => {
    renderAt('/bulletins/MS05-019')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('TCP/IP')
    await waitFor(() => expect(document.title).toBe('MS05-019 – HotFix Report'))
    expect(screen.getByText('KB893066')).toBeDefined()
    expect(screen.getByText('published 13 Apr 2005')).toBeDefined()
    expect(screen.getByText('updated 14 Apr 2005')).toBeDefined()
    expect(screen.getByRole('img', { name: 'Urgency: Immediate' })).toBeDefined()
    expect(screen.getByText('stated by the publisher')).toBeDefined()
  })

  it('shows every rating of MS05-019, platforms that are rated alike in one column', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    const heads = sheet('Vulnerabilities')
      .getAllByRole('columnheader')
      .map((head) => head.textContent)
    const versions = [
      'Windows 98 / Me 98, 98SE, Me',
      'Windows 2000 SP3, SP4',
      'Windows XP SP1, SP1a',
      'Windows XP SP2',
      'Windows Server 2003',
    ]
    const ratings = (id: string) => {
      const cells = rowOf('Vulnerabilities', new RegExp(id))
      return versions.map((version) => cells[heads.indexOf(version) - 1])
    }
    expect(ratings('CAN-2005-0048')).toEqual([noFix, '1 Critical', '1 Critical', not, not])
    expect(ratings('CAN-2004-0790')).toEqual([noFix, '3 Moderate', '3 Moderate', '3 Moderate', '3 Moderate'])
    expect(ratings('CAN-2004-1060')).toEqual([noFix, '3 Moderate', '3 Moderate', '3 Moderate', '3 Moderate'])
    expect(ratings('CAN-2004-0230')).toEqual([noFix, '4 Low', '4 Low', not, '4 Low'])
    expect(ratings('CAN-2005-0688')).toEqual([not, not, not, '4 Low', '4 Low'])
  })

  it('says the facts that one decides by', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    expect(fact('Exploit')).toBe('Proof of concept')
    expect(fact('Impact')).toBe('Remote code execution')
    expect(fact('Restart')).toBe('Required')
    expect(fact('Applies to')).toBe('Server, Client')
    expect(factIn('Supersedence', 'Supersedes')).toBe('None')
    expect(factIn('Supersedence', 'Replaced by')).toBe('None among those on file')
    expect(keyFact('Exploited')).toEqual(['Proof of concept', '#CAN-2004-0230'])
    expect(keyFact('Public')).toEqual(['4', '#CAN-2004-0230'])
    expect(keyFact('Vulnerabilities')).toEqual(['51 Critical · 2 Moderate · 2 Low', '#matrix'])
    expect(keyFact('Highest CVSS')).toEqual(['Not stated', '#matrix'])
    expect(keyFact('Restart')).toEqual(['Required', '#facts'])
    expect(keyFact('Known issues')).toEqual(['11 workaround', '#known-issues'])
    expect(keyFact('Our machines')).toEqual(['No fleet on file', '#fixes'])
    expect(fact('Detection')).toBe('MBSA 1.21 detects it')
  })

  it('names the registry value and its range, and copies it', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    const key = String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`
    const values = within(screen.getByRole('group', { name: 'Registry values' }))
    for (const fact of [key, 'TcpWindowSize', 'DWORD', '0x0 – 0x3FFFC000']) expect(values.getByText(fact)).toBeDefined()
    await user.click(values.getByRole('button', { name: 'Copy' }))
    expect((await values.findByText('Copied')).getAttribute('role')).toBe('status')
    expect(await navigator.clipboard.readText()).toBe(`${key}\nTcpWindowSize (DWORD) 0x0 – 0x3FFFC000`)
  })

  it('says so where copying is refused', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await screen.findByText(/Could not copy/)).toBeDefined()
  })

  it('lists ten OS editions whose outcome was not kept, and the known issue of Windows 2000 SP3', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    const tests = sheet('Lab tests')
    expect(tests.getAllByText('Done (outcome not recorded)')).toHaveLength(10)
    expect(tests.getByText(/the outcomes were not kept/)).toBeDefined()
    const concerned = tests.getAllByRole('link').map((link) => link.closest('tr')?.querySelector('th')?.textContent)
    expect(concerned).toEqual([
      'Windows 2000 Professional SP3',
      'Windows 2000 Server SP3',
      'Windows 2000 Advanced Server SP3',
    ])
    expect(tests.getAllByRole('link')[0]?.getAttribute('href')).toBe('#known-issues')
  })

  it('lists the patched files of each package by branch and folder', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    const files = sheet('Patched files')
    const tables = files
      .getAllByRole('table')
      .map((table) => [...table.querySelectorAll('tbody')].map((body) => body.rows.length))
    expect(tables).toEqual([
      [2, 3],
      [1, 1, 1],
      [1, 1],
    ])
    for (const branch of ['sp1qfe', 'sp2gdr', 'sp2qfe', 'RTMGDR', 'RTMQFE'])
      expect(files.getByText(branch)).toBeDefined()
    expect(rowOf('Patched files', /^afd\.sys/)).toEqual(
      expect.arrayContaining(['19 Jun 2003', '5.0.2195.6687', '120,240']),
    )
  })

  it('shows the published rollout times once for the three packages', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    const rollout = sheet('Rollout time')
    expect(rollout.getByText(/UpdateEXPERT 6\.1, 1 console/).textContent).toContain('the same for all 3 packages')
    const times = rollout
      .getAllByRole('rowheader')
      .map((head) => [head.textContent, shown(head.nextElementSibling?.textContent)])
    expect(times).toEqual([
      ['50 machines', '18 min'],
      ['100 machines', '27 min'],
      ['250 machines', '52 min'],
      ['500 machines', '1 h 34 min'],
    ])
  })

  it('names downloads, keys to verify, scanners, ends of support and entries of the deployment tool', async () => {
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    expect(rowOf('Downloads', /Windows2000-KB893066-x86-JPN\.EXE/)).toEqual(
      expect.arrayContaining(['Windows 2000 SP3/SP4', '773,112']),
    )
    expect(sheet('How to verify').getAllByText(/KB893066\\Filelist$/)).toHaveLength(3)
    expect(rowOf('Detection', /MBSA 1\.21/)[0]).toBe('Detects it')
    expect(rowOf('End of support', /Windows 2000 SP2/)[0]).toBe('30 Jun 2004')
    expect(sheet('In the deployment tool').getByText('WindowsXP-KB893066-x86-JPN.exe')).toBeDefined()
  })

  it('speaks Japanese', async () => {
    localStorage.setItem('hotfix-report.language', 'ja')
    renderAt('/bulletins/MS05-019')
    await opened('MS05-019')
    expect(screen.getByRole('heading', { level: 2, name: '脆弱性5' })).toBeDefined()
    expect(screen.getByText('1時間34分')).toBeDefined()
    expect(screen.getByText('更新 2005/04/14')).toBeDefined()
  })

  it('leads to each of its sections, and hides those that a bulletin lacks (MS05-001)', async () => {
    renderAt('/bulletins/MS05-001')
    await opened('MS05-001')
    const shown = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    const titles = shown.map((title) => title.replace(/\d+$/, ''))
    expect(sectionLinks().toSorted()).toEqual(titles.toSorted())
    expect(sectionLinks()).toContain('References')
    for (const absent of ['Lab tests', 'Known issues', 'Rollout time', 'Downloads', 'Patched files']) {
      expect(sectionLinks()).not.toContain(absent)
    }
    expect(screen.getByText('derived by rule')).toBeDefined()
    expect(fact('Detection')).toBe('Not stated')
  })

  it('leads to the next alert within the filter, and back to the list with it', async () => {
    const { address } = renderAt('/bulletins/MS05-019?severity=1&sort=id')
    await opened('MS05-019')
    await userEvent.click(await screen.findByRole('link', { name: /Next/ }))
    await opened('MS05-015')
    expect(address()).toBe('/bulletins/MS05-015?severity=1&sort=id')
    await userEvent.click(screen.getByRole('link', { name: /Back to the list/ }))
    await waitFor(() => expect(address()).toBe('/alerts?severity=1&sort=id'))
  })

  it('goes on through the filtered alerts by j, and back by k', async () => {
    const { address } = renderAt('/bulletins/MS05-019?severity=1&sort=id')
    await screen.findByRole('link', { name: /Next/ })
    await userEvent.keyboard('j')
    await opened('MS05-015')
    expect(address()).toBe('/bulletins/MS05-015?severity=1&sort=id')
    await userEvent.keyboard('k')
    await opened('MS05-019')
    expect(address()).toBe('/bulletins/MS05-019?severity=1&sort=id')
  })

  it('counts a second j from where the first one leads, though that is not shown yet', async () => {
    const { address } = renderAt('/bulletins/MS05-019?severity=1&sort=id')
    await screen.findByRole('link', { name: /Next/ })
    await userEvent.keyboard('jj')
    await opened('MS05-014')
    expect(address()).toBe('/bulletins/MS05-014?severity=1&sort=id')
  })

  it('walks through all alerts where the filter leaves this one out', async () => {
    const { address } = renderAt('/bulletins/MS05-019?q=no-such-word&sort=id')
    await opened('MS05-019')
    expect(await screen.findByText('5 / 25')).toBeDefined()
    await userEvent.click(screen.getByRole('link', { name: /Previous/ }))
    await opened('MS05-020')
    expect(address()).toBe('/bulletins/MS05-020?q=no-such-word&sort=id')
  })

  it(
    'says that there is no such bulletin for an unknown id, and asks for nothing else of it',
    withExpectedErrors(async () => {
      const asked: string[] = []
      network.events.on('request:start', ({ request }) => asked.push(new URL(request.url).pathname))
      const { address } = renderAt('/bulletins/MS05-999?sort=id')
      const alert = await screen.findByRole('alert')
      network.events.removeAllListeners()
      expect(asked.filter((path) => path.includes('MS05-999'))).toEqual(['/api/bulletins/MS05-999'])
      expect(await within(alert).findByText('MS05-999 is not on file.')).toBeDefined()
      expect(within(alert).queryByRole('button', { name: 'Try again' })).toBeNull()
      await userEvent.click(within(alert).getByRole('link', { name: 'To the list of alerts' }))
      await waitFor(() => expect(address()).toMatch(/^\/alerts(\?|$)/))
    }),
  )

  it(
    'offers another try when the API fails, and recovers',
    withExpectedErrors(async () => {
      const problem: Problem = { code: 'unavailable', message: 'out of order' }
      network.use(http.get('*/api/bulletins/MS05-019', () => HttpResponse.json(problem, { status: 503 })))
      renderAt('/bulletins/MS05-019')
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain('The server is not ready')
      network.resetHandlers()
      await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
      await opened('MS05-019')
    }),
  )
})

describe('the page of a fix of a month', () => {
  const said = (name: string) =>
    sheet('Vulnerabilities').getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

  it('says of a vulnerability all that its publisher says', async () => {
    renderAt('/bulletins/KB5079473')
    await opened('KB5079473')
    expect(said('Exploitability')).toBe('latest release: exploitation more likelydenial of service: permanent')
    expect(said('Component')).toBe('Example Component')
    expect(said('Customer action')).toBe('required')
    expect(said('Weakness (CWE)')).toBe('CWE-416 Use After Free')
    expect(said('Acknowledgements')).toBe('A. Example')
    expect(said('CVSS by platform')).toContain('8.8 (temporal 7.7)')
    expect(screen.queryByText('Never at all.')).toBeNull()
    await userEvent.click(screen.getByText('FAQ'))
    expect(await screen.findByText('Never at all.')).toBeDefined()
  })

  it('has no column for what its publisher does not tell, nor the same day twice', async () => {
    renderAt('/bulletins/KB5079473')
    await opened('KB5079473')
    const heads = (name: string) =>
      sheet(name)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent)
    expect(heads('Downloads')).toEqual(['File', 'Platforms'])
    expect(heads('Revisions')).toEqual(['Date', 'What changed'])
  })

  it('says which other fix will do, on the page of each, and doubts the restart of a hotpatch', async () => {
    renderAt('/bulletins/KB5079473')
    await opened('KB5079473')
    expect(fact('Alternative fix')).toContain('KB5079474 hotpatch Windows Server 2025')
    renderAt('/bulletins/KB5079474')
    await opened('KB5079474')
    expect(screen.getByText(/a hotpatch is by its nature applied without a restart/)).toBeDefined()
    expect(screen.getAllByText('either of the two will do').length).toBeGreaterThan(0)
  })
})
