import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { SeenEvent } from '../../../src/contract/changes.ts'
import type { Problem } from '../../../src/contract/problem.ts'
import { deriveUrgency } from '../../../src/domain/bulletin/urgency.ts'
import { readContent } from '../../../src/server/content.ts'
import { bindings } from '../../../src/web/ui/keyboard/bindings.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { mockApi, mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)

const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'))
const card = async (id: string) => within(await screen.findByRole('article', { name: id }))
const group = (name: string) => within(screen.getByRole('group', { name, hidden: true }))
const option = (groupName: string, name: RegExp) => group(groupName).getByRole('checkbox', { name, hidden: true })
const heading = () => screen.findByRole('heading', { level: 1 })
/** The list with what filters it. */
async function renderList(...at: Parameters<typeof renderAt>) {
  const rendered = renderAt(...at)
  await screen.findByRole('group', { name: 'Severity', hidden: true })
  return rendered
}

describe('the alerts page', () => {
  it('shows all 23 bulletins, the most urgent and severe first', async () => {
    renderAt('/alerts')
    expect((await heading()).textContent).toBe('23 alerts')
    expect(cards()).toHaveLength(23)
    expect(cards()[0]).toBe('MS05-019')
  })

  it('begins with the first alerts, and lists and filters all once the index is there', async () => {
    const index = Promise.withResolvers<void>()
    network.use(
      http.get('*/api/index', async () => {
        await index.promise
        return undefined
      }),
    )
    renderAt('/alerts?severity=1')
    const first = await screen.findByRole('article', { name: 'MS05-019' })
    expect(cards()).toHaveLength(Number((await heading()).textContent.split(' ')[0]))
    expect(screen.queryByRole('group', { name: 'Severity', hidden: true })).toBeNull()
    index.resolve()
    await screen.findByRole('group', { name: 'Severity', hidden: true })
    // Who was on a card is on it still.
    expect(screen.getByRole('article', { name: 'MS05-019' })).toBe(first)
    await userEvent.click(option('Severity', /Critical/))
    await waitFor(() => expect(cards()).toHaveLength(23))
  })

  it(
    'stays as it has begun where the rest cannot be had, says so, and has it after another try',
    withExpectedErrors(async () => {
      // What is tried by itself every few seconds is not waited for.
      vi.useFakeTimers({ toFake: ['setInterval'] })
      onTestFinished(() => void vi.useRealTimers())
      network.use(http.get('*/api/index', () => HttpResponse.error()))
      renderAt('/alerts')
      const retry = await screen.findByRole('button', { name: 'Try again' })
      expect(screen.getByRole('status', { name: '' }).textContent).toMatch(
        /cannot be reached.*Part of this page could not be loaded/,
      )
      expect(cards()).toHaveLength(23)
      await userEvent.click(retry)
      expect(cards()).toHaveLength(23)
      network.resetHandlers()
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
      await screen.findByRole('group', { name: 'Severity', hidden: true })
      expect(screen.queryByText(/Part of this page could not be loaded/)).toBeNull()
    }),
  )

  it('has the server answer a filter until the index is there, which takes over without a jump', async () => {
    const index = Promise.withResolvers<void>()
    network.use(
      http.get('*/api/index', async () => {
        await index.promise
        return undefined
      }),
    )
    renderAt('/alerts?q=TCP')
    await screen.findByRole('article', { name: 'MS05-019' })
    expect((await heading()).textContent).toBe('1 alert')
    await userEvent.clear(screen.getByRole('searchbox', { name: 'Search' }))
    await waitFor(() => expect(cards()).toHaveLength(23))
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'ms05-019')
    await waitFor(() => expect(cards()).toEqual(['MS05-019']))
    const found = screen.getByRole('article', { name: 'MS05-019' })
    index.resolve()
    await screen.findByRole('group', { name: 'Severity', hidden: true })
    expect(cards()).toEqual(['MS05-019'])
    expect(screen.getByRole('article', { name: 'MS05-019' })).toBe(found)
  })

  it('says all that matters of MS05-019 on its card', async () => {
    renderAt('/alerts')
    const ms05019 = await card('MS05-019')
    for (const fact of [
      'Critical',
      'KB893066',
      'updated 14 Apr 2005',
      'Proof of concept',
      'Remote code execution',
      'Required',
      '1 h 34 min',
      '1 known issue',
    ]) {
      expect(ms05019.getByText(fact)).toBeDefined()
    }
    expect(ms05019.getByRole('img', { name: 'Urgency: Immediate' })).toBeDefined()
    expect(ms05019.getByRole('list', { name: 'Affected platforms' }).textContent).toContain('SP3: Critical')
  })

  it('says nothing of tests, issues and rollout where nothing is on file of them', async () => {
    renderAt('/alerts')
    const ms05001 = await screen.findByRole('article', { name: 'MS05-001' })
    expect(ms05001.textContent).not.toMatch(/Lab tests|known issue|machines/)
  })

  it('says in a line why an alert comes first, and nothing of the kind where nothing speaks for it', async () => {
    renderAt('/alerts')
    const why = (await card('MS05-019')).getByRole('list', { name: 'Why first' })
    expect(within(why).getAllByRole('listitem')[0]?.textContent).toBe('Proof of concept')
    expect(screen.queryAllByRole('list', { name: 'Why first' }).length).toBeLessThan(cards().length)
  })

  it('narrows the list by a click, counts along, and keeps the filter in the address', async () => {
    const { address } = await renderList('/alerts')
    await userEvent.click(option('Severity', /Important/))
    await waitFor(() => expect(address()).toBe('/alerts?severity=2'))
    const shown = Number((await heading()).textContent.split(' ')[0])
    expect(cards()).toHaveLength(shown)
    expect(option('Severity', /Important/).closest('label')?.textContent).toContain(String(shown))
    expect(option('Severity', /Critical/)).toHaveProperty('checked', false)
  })

  it('starts from the filter of a shared link, and ignores what it does not know', async () => {
    await renderList('/alerts?platform=windows-2000.sp3&severity=9&sort=id&colour=red')
    await screen.findByRole('group', { name: 'Platform', hidden: true })
    expect(option('Platform', /Windows 2000/)).toHaveProperty('indeterminate', true)
    expect(cards().length).toBeGreaterThan(0)
    expect(cards()).toEqual(cards().toSorted().toReversed())
  })

  it.each([
    ['CVE-2005-0048', 'MS05-019'],
    ['can-2005-0048', 'MS05-019'],
    ['kb893066', 'MS05-019'],
    ['893066', 'MS05-019'],
    ['ms05-19', 'MS05-019'],
    ['ＭＳ０５－０１９', 'MS05-019'],
    ['Messenger 6.2 MS05-022', 'MS05-022'],
  ])('finds %s', async (text, id) => {
    renderAt(`/alerts?q=${encodeURIComponent(text)}`)
    await heading()
    expect(cards()).toEqual([id])
  })

  it('finds two characters of Japanese while they are typed', async () => {
    const { address } = await renderList('/alerts')
    await userEvent.keyboard('/')
    await userEvent.keyboard('緊急')
    await waitFor(() => expect(address()).toBe(`/alerts?q=${encodeURIComponent('緊急')}`))
    await userEvent.clear(screen.getByRole('searchbox', { name: 'Search' }))
    await userEvent.keyboard('危険')
    await waitFor(() => expect(cards()).toContain('MS05-019'))
  })

  it('finds what only the texts say, and shows where', async () => {
    await store.search.catchUp()
    renderAt('/alerts?q=TcpWindowSize')
    const found = await card('MS05-019')
    expect((await found.findByText(/Registry/)).parentElement?.textContent).toMatch(/TcpWindowSize/)
    expect(cards()).toEqual(['MS05-019'])
  })

  it('offers a way out where nothing matches', async () => {
    const { address } = renderAt('/alerts?q=no-such-word')
    const message = (await screen.findByText('No alert matches “no-such-word”')).closest('section') ?? document.body
    await userEvent.click(within(message).getByRole('button', { name: 'Clear all filters' }))
    await waitFor(() => expect(cards()).toHaveLength(23))
    expect(address()).toBe('/alerts')
  })

  it('offers what the filter calls by the word, where no text has it', async () => {
    const { address } = renderAt('/alerts?q=likely')
    await screen.findByText('No alert matches “likely”')
    await userEvent.click(screen.getByRole('button', { name: 'Exploitability: More likely' }))
    expect(address()).toBe('/alerts?exploitability=more-likely')
  })

  it('speaks Japanese at a click, and remembers it', async () => {
    await renderList('/alerts')
    await userEvent.click(screen.getByRole('radio', { name: '日本語' }))
    expect((await heading()).textContent).toBe('アラート 23 件')
    expect(document.documentElement.lang).toBe('ja')
    expect(localStorage.getItem('hotfix-report.language')).toBe('ja')
  })

  it('goes dark at a click, and remembers it', async () => {
    await renderList('/alerts')
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.style.colorScheme).toBe('dark')
    expect(localStorage.getItem('hotfix-report.theme')).toBe('dark')
  })

  it(
    'offers another try when the API fails, and recovers',
    withExpectedErrors(async () => {
      const problem: Problem = { code: 'unavailable', message: 'out of order' }
      for (const path of ['*/api/index', '*/api/index/first'])
        network.use(http.get(path, () => HttpResponse.json(problem, { status: 503 })))
      renderAt('/alerts')
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain('The server is not ready')
      network.resetHandlers()
      await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(cards()).toHaveLength(23))
    }),
  )

  it(
    'says that the server cannot be reached',
    withExpectedErrors(async () => {
      for (const path of ['*/api/index', '*/api/index/first']) network.use(http.get(path, () => HttpResponse.error()))
      renderAt('/alerts')
      expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
    }),
  )

  it('says so where no bulletin is on file at all', async () => {
    network.close()
    const empty = mockApi(await storeInMemory())
    empty.listen({ onUnhandledRequest: 'error' })
    renderAt('/alerts')
    expect(await screen.findByText('There are no alerts yet')).toBeDefined()
    empty.close()
    network.listen({ onUnhandledRequest: 'error' })
  })

  it('keeps what is not rated apart: no step of the gauge is lit, and no word calms', async () => {
    network.close()
    const { bulletins, platforms } = await readContent()
    const [known, other] = bulletins
    if (known === undefined || other === undefined) throw new Error('two bulletins are needed')
    const evidence = { severity: null, exploit: 'unknown', disclosure: 'unknown' } as const
    const unrated = { ...other, ...evidence, id: 'ADV-1', urgency: deriveUrgency(evidence) }
    const mixed = await storeInMemory()
    await mixed.seed({ bulletins: [known, unrated], platforms })
    const own = mockApi(mixed)
    own.listen({ onUnhandledRequest: 'error' })
    const { address } = await renderList('/alerts')
    expect(cards().at(-1)).toBe('ADV-1')
    await userEvent.click(option('Severity', /Unrated/))
    await waitFor(() => expect(address()).toBe('/alerts?severity=unrated'))
    expect(cards()).toEqual(['ADV-1'])
    expect(screen.getByRole('button', { name: 'Remove filter “Severity: Unrated”' })).toBeDefined()
    const gauge = (await card('ADV-1')).getByRole('img', { name: 'Urgency: Unrated' })
    expect(gauge.querySelector('[data-lit]')).toBeNull()
    expect(gauge.textContent).toContain('Unrated')
    expect(gauge.title).toBe('Severity not known')
    await userEvent.click(option('Urgency', /Unrated/))
    await waitFor(() => expect(address()).toBe('/alerts?severity=unrated&urgency=unrated'))
    expect(cards()).toEqual(['ADV-1'])
    own.close()
    network.listen({ onUnhandledRequest: 'error' })
  })

  it('has a page for an address that leads nowhere', async () => {
    renderAt('/no/such/page')
    expect((await screen.findByRole('alert')).textContent).toContain('There is no page')
  })
})

describe('the filter panel', () => {
  it('folds away further facets, and counts them too', async () => {
    const { address } = await renderList('/alerts')
    await userEvent.click(await screen.findByText('Lab tests', { selector: 'summary' }))
    await userEvent.click(option('Lab tests', /Unrecorded/))
    await waitFor(() => expect(cards()).toEqual(['MS05-019']))
    expect(address()).toBe('/alerts?lab=unrecorded')
    await userEvent.click(screen.getByText('Known issues', { selector: 'summary' }))
    expect(option('Known issues', /Yes/).closest('label')?.textContent).toContain('1')
  })

  it('narrows by the days of publication', async () => {
    await renderList('/alerts?publishedFrom=2005-04-12&publishedTo=2005-04-30')
    expect(cards()).toContain('MS05-019')
    expect(cards()).not.toContain('MS05-014')
    await userEvent.click(screen.getByRole('button', { name: /Remove filter “Published from/ }))
    await waitFor(() => expect(cards()).toContain('MS05-014'))
  })

  it('finds a platform by its name', async () => {
    await renderList('/alerts')
    await userEvent.type(group('Platform').getByRole('searchbox', { name: 'Find a platform', hidden: true }), 'sp1a')
    const names = group('Platform')
      .getAllByRole('checkbox', { hidden: true })
      .map((box) => box.closest('label')?.querySelector('span')?.textContent)
    expect(names).toEqual(['Windows XP', 'SP1a'])
  })

  it('keeps my platforms one click away, on this device', async () => {
    const { address } = await renderList('/alerts?platform=windows-2000.sp3')
    await userEvent.click(screen.getByRole('button', { name: 'Keep these as my platforms', hidden: true }))
    await userEvent.click(screen.getByRole('button', { name: 'My platforms', pressed: true, hidden: true }))
    await waitFor(() => expect(address()).toBe('/alerts'))
    await userEvent.click(screen.getByRole('button', { name: 'My platforms', pressed: false, hidden: true }))
    await waitFor(() => expect(address()).toBe('/alerts?platform=windows-2000.sp3'))
  })

  it('keeps a filter under a name, and goes back to it', async () => {
    const { address } = await renderList('/alerts?urgency=immediate')
    const name = screen.getByRole('textbox', { name: 'Name', hidden: true })
    expect(name).toHaveProperty('value', 'Immediate')
    await userEvent.clear(name)
    await userEvent.type(name, 'Tonight{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }))
    await waitFor(() => expect(address()).toBe('/alerts'))
    await userEvent.click(screen.getByRole('button', { name: 'Tonight', hidden: true }))
    await waitFor(() => expect(address()).toBe('/alerts?urgency=immediate'))
  })

  it('takes filters of this browser along to the server, once', async () => {
    const user = userEvent.setup()
    localStorage.setItem(
      'hotfix-report.filters',
      JSON.stringify({ list: [{ name: 'Old', search: '?urgency=wait' }], start: null }),
    )
    const { unmount } = renderAt('/alerts')
    await user.click(await screen.findByRole('button', { name: 'Move to the server', hidden: true }))
    await waitFor(async () =>
      expect((await store.filters.own('single-user')).list.map(({ name }) => name)).toContain('Old'),
    )
    await waitFor(() => expect(screen.queryByText(/kept in this browser/)).toBeNull())
    unmount()
    localStorage.removeItem('hotfix-report.filters')
    renderAt('/alerts')
    expect(await screen.findByRole('button', { name: 'Old', hidden: true })).toBeDefined()
  })

  it('says how badly a bulletin touches the chosen platforms', async () => {
    renderAt('/alerts?platform=windows-xp.sp2&q=MS05-019')
    expect((await card('MS05-019')).getByText('On the chosen platforms').nextSibling?.textContent).toBe('3 Moderate')
  })
})

describe('by keyboard', () => {
  it('moves from card to card, and selects', async () => {
    const { address } = await renderList('/alerts')
    await userEvent.keyboard('jjkj')
    expect(document.activeElement?.closest('article')?.getAttribute('aria-label')).toBe(cards()[1])
    // As where the item was drawn anew.
    act(() => (document.activeElement as HTMLElement).blur())
    await userEvent.keyboard('jk')
    expect(document.activeElement?.closest('article')?.getAttribute('aria-label')).toBe(cards()[1])
    await userEvent.keyboard('x')
    expect(await screen.findByText('1 selected')).toBeDefined()
    const second = cards()[1]
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe(`/bulletins/${second}`))
  })

  it('selects a range by Shift, by keys or clicks, and all', async () => {
    await renderList('/alerts')
    await userEvent.keyboard('j{Shift>}jj{/Shift}')
    expect(await screen.findByText('3 selected')).toBeDefined()
    const box = (position: number) => screen.getByRole('checkbox', { name: `Select ${cards()[position]}` })
    const user = userEvent.setup()
    await user.click(box(5))
    await user.keyboard('{Shift>}')
    await user.click(box(8))
    await user.keyboard('{/Shift}')
    expect(screen.getByText('7 selected')).toBeDefined()
    await user.keyboard('*')
    expect(screen.getByText('All 23 matching selected')).toBeDefined()
  })

  it('lists every key that it binds', async () => {
    await renderList('/alerts')
    await userEvent.keyboard('?')
    const help = within(await screen.findByRole('dialog', { name: 'Keyboard' }))
    const bound = Object.values(bindings).flatMap((scope) => Object.keys(scope))
    expect(help.getAllByRole('definition')).toHaveLength(bound.length)
  })

  it('goes to a bulletin, and filters by a platform, from the palette', async () => {
    const { address } = await renderList('/alerts')
    await userEvent.keyboard('{Control>}k{/Control}')
    const palette = await screen.findByRole('combobox', { name: 'Command palette' })
    await userEvent.type(palette, 'windows 2000 sp3')
    await screen.findByRole('option', { name: /Filter by Windows 2000 SP3$/ })
    const options = within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
    await userEvent.keyboard(
      '{ArrowDown}'.repeat(options.findIndex((name) => name.endsWith('Filter by Windows 2000 SP3'))),
    )
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/alerts?platform=windows-2000.sp3'))
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('combobox', { name: 'Command palette' }), '893066{Enter}')
    await waitFor(() => expect(address()).toBe('/bulletins/MS05-019'))
  })
})

describe('what has changed since the last visit', () => {
  const seen = () => localStorage.getItem('hotfix-report.seen')

  it('is nothing on the first visit', async () => {
    const last = await store.events.last()
    await renderList('/alerts')
    await waitFor(() => expect(seen()).toBe(String(last)))
    expect(screen.queryByText(/since your last visit/)).toBeNull()
  })

  it('is marked on its card with its kind and what changed, listed at an address, and reached by a key', async () => {
    const before = await store.events.last()
    localStorage.setItem('hotfix-report.seen', String(before))
    await store.saveKnownExploited([{ cve: 'CVE-2004-0848', addedOn: '2026-11-28', ransomware: false }], 'Ito')
    const { address } = renderAt('/alerts')
    const link = await screen.findByRole('link', { name: '1 changed since your last visit' })
    const changed = (await store.changes.list({ since: before, kinds: null }, null, 1))?.[0]?.bulletin ?? ''
    const marked = await card(changed)
    expect(await marked.findByText(/^today/)).toBeDefined()
    expect(await marked.findByText(/exploitation worse/)).toBeDefined()
    expect(await marked.findByText(/→ Exploited/)).toBeDefined()
    await userEvent.keyboard('n')
    expect(document.activeElement?.closest('article')?.getAttribute('aria-label')).toBe(changed)
    await userEvent.click(link)
    await waitFor(() => expect(address()).toBe(`/alerts?changedSince=${before}&sort=changed`))
    expect(cards()).toEqual([changed])
    expect(screen.getByRole('button', { name: /Changed since your last visit/ })).toBeDefined()
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }))
    expect(screen.queryByText(/since your last visit/)).toBeNull()
    expect(seen()).toBe(String(await store.events.last()))
  })

  it('is kept with who signs in, and n leads to it from the page of another alert', async () => {
    const before = await store.events.last()
    const sent: SeenEvent[] = []
    network.use(
      http.get('*/api/me', () =>
        HttpResponse.json({
          name: 'Sato',
          role: 'viewer',
          signIn: 'accounts',
          last: before,
          seen: sent.at(-1)?.event ?? before,
        }),
      ),
      http.put('*/api/seen', async ({ request }) => {
        const body = SeenEvent.parse(await request.json())
        sent.push(body)
        return HttpResponse.json(body)
      }),
    )
    const title = { ja: '別の題' }
    const bulletin = await store.find('MS05-002')
    if (bulletin === null) throw new Error('MS05-002 is needed')
    await store.save({ platforms: [], bulletins: [{ ...bulletin, title }] }, 'Ito')
    const other = renderAt('/bulletins/MS05-001')
    await screen.findByRole('navigation', { name: 'Neighbouring alerts' })
    await waitFor(async () => {
      await userEvent.keyboard('n')
      expect(other.address()).toBe('/bulletins/MS05-002')
    })
    other.unmount()
    renderAt('/alerts')
    expect(await (await card('MS05-002')).findByText(/^text changed/)).toBeDefined()
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }))
    await waitFor(async () => expect(sent).toEqual([{ event: await store.events.last() }]))
    await waitFor(() => expect(screen.queryByText(/since your last visit/)).toBeNull())
  })
})

describe('the views of the list', () => {
  it('are chosen in the address, and kept on this device', async () => {
    const { address, unmount } = await renderList('/alerts')
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }))
    const table = await screen.findByRole('table', { name: 'Alerts' })
    expect(address()).toBe('/alerts?view=table')
    expect(within(table).getAllByRole('row')).toHaveLength(24)
    await userEvent.click(within(table).getByRole('button', { name: 'Alert' }))
    await waitFor(() => expect(address()).toBe('/alerts?view=table&sort=id'))
    unmount()
    renderAt('/alerts')
    expect(await screen.findByRole('table', { name: 'Alerts' })).toBeDefined()
    await userEvent.click(await screen.findByRole('radio', { name: 'Cards' }))
    await waitFor(() => expect(cards()).toHaveLength(23))
  })

  it('have the columns that their reader has chosen, in their order', async () => {
    const { unmount } = renderAt('/alerts?view=table')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Title', hidden: true }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'CVSS', hidden: true }))
    await userEvent.click(screen.getByRole('button', { name: 'Move CVSS left', hidden: true }))
    const heads = async () =>
      within(await screen.findByRole('table', { name: 'Alerts' }))
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent.trim().split(' ')[0])
    const chosen = ['Selected', 'Severity', 'Alert', 'Due', 'Why', 'Machines', 'CVSS', 'Triage']
    expect(await heads()).toEqual(chosen)
    unmount()
    renderAt('/alerts?view=table')
    await screen.findByRole('table', { name: 'Alerts' })
    expect(await heads()).toEqual(chosen)
  })

  it('always have a column that leads to the alerts', async () => {
    renderAt('/alerts?view=table')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Title', hidden: true }))
    const left = screen.getByRole('checkbox', { name: 'Alert', hidden: true })
    expect(left).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Title', hidden: true }))
    expect(left).toHaveProperty('disabled', false)
  })
})
