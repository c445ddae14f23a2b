import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import '../../../src/web/bulletin/BulletinPage.tsx'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const ids = Array.from({ length: 12 }, (_, at) => `CVE-2031-${1000 + at}`)
const made = listing('KB500', ids)
const impacts = ['spoofing', 'denial-of-service', 'spoofing'] as const
const store = await storeInMemory()
await store.seed({
  bulletins: [
    {
      ...made,
      vulnerabilities: made.vulnerabilities.map((flaw, at) => ({
        ...flaw,
        title: { en: `Example Part ${at} Spoofing Vulnerability` },
        impact: impacts[at % 3] ?? null,
        exploit: at === 7 ? 'exploited' : 'unknown',
        disclosure: at === 4 ? 'public' : 'private',
        faq: { en: '**Who is hit?**\n\nNobody at all.' },
      })),
    },
    listing('KB400', []),
    {
      ...listing('EX-600', ids),
      // Of a document that says the same of its products twice.
      vulnerabilities: listing('EX-600', ids).vulnerabilities.map((flaw, at) => ({
        ...flaw,
        ratings: [
          { platforms: [`gateway.${at}`], rating: 2 },
          { platforms: ['router.1', 'router.2'], rating: 2 },
        ],
      })),
    },
  ],
  platforms: [],
})
const network = mockApiForFile(store)

const table = async () =>
  within((await screen.findByRole('heading', { name: /^Vulnerabilities/ })).parentElement as HTMLElement)
const shown = async () =>
  (await table()).getAllByRole('rowheader').map((head) => /CVE-2031-\d{4}/.exec(head.textContent)?.[0])

describe('the vulnerabilities of a bulletin that has many', () => {
  it('begin with what is exploited, then what is public; the others are one line that counts them by impact', async () => {
    renderAt('/bulletins/KB500')
    expect(await shown()).toEqual(['CVE-2031-1007', 'CVE-2031-1004'])
    const flaws = await table()
    expect(flaws.getByText('Exploited')).toBeDefined()
    expect(flaws.getByText('all Important')).toBeDefined()
    const bar = within(flaws.getByRole('list', { name: 'How many of each impact' }))
    expect(bar.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '8 Spoofing',
      '2 Denial of service',
    ])
    await userEvent.click(flaws.getByRole('button', { name: '10 more' }))
    expect(await shown()).toHaveLength(12)
    await userEvent.click(flaws.getByRole('radio', { name: 'By number' }))
    expect(await shown()).toEqual(ids)
  })

  it('open their details in their row', async () => {
    renderAt('/bulletins/KB500')
    const flaws = await table()
    await userEvent.click(flaws.getByRole('button', { name: 'Details of CVE-2031-1004' }))
    expect(flaws.getByText('Nobody at all.')).toBeDefined()
    await userEvent.click(flaws.getByRole('button', { name: 'Details of CVE-2031-1004' }))
    expect(flaws.queryByText('Nobody at all.')).toBeNull()
  })

  it('show and open the one that a link leads to, though it would be folded', async () => {
    renderAt('/bulletins/KB500#CVE-2031-1002')
    expect(await shown()).toEqual(['CVE-2031-1007', 'CVE-2031-1004', 'CVE-2031-1002'])
    expect((await table()).getByText('Nobody at all.')).toBeDefined()
  })
})

it('what is said twice of some products stands once, with all of them', async () => {
  renderAt('/bulletins/EX-600#CVE-2031-1002')
  const said = (await table()).getByText(/router.2/).closest('li')
  expect(said?.textContent).toContain('2 Important')
  expect(said?.textContent).toContain('gateway.2')
})

it('the page of a bulletin does not wait for the index', async () => {
  const index = Promise.withResolvers<void>()
  network.use(http.get('*/api/index', () => index.promise))
  renderAt('/bulletins/KB500')
  expect(await shown()).toHaveLength(2)
  expect(screen.queryByRole('link', { name: /Next/ })).toBeNull()
  index.resolve()
})
