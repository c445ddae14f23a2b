import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/ui/marks/DocumentMarks.tsx'
import { bulletinOf } from '../../../src/feeds/csaf/bulletin.ts'
import { documentVersionOf } from '../../../src/feeds/csaf/identity.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { advisoryWith } from '../../feeds/csaf-parts.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { renderAt } from '../../support/render-at.tsx'

const names = ['Gateway 1', 'Gateway 2', 'Gateway 3', 'Gateway 4']
const head = advisoryWith({}, []).document
const given = advisoryWith(
  { full_product_names: names.map((name) => ({ product_id: name, name })) },
  [
    {
      cve: 'CVE-2031-0001',
      product_status: {
        last_affected: ['Gateway 1'],
        known_not_affected: ['Gateway 2'],
        fixed: ['Gateway 3'],
        under_investigation: ['Gateway 4'],
      },
      flags: [{ label: 'component_not_present', product_ids: ['Gateway 2'] }],
      remediations: [
        {
          category: 'vendor_fix',
          details: 'Install it.\n\n- twice',
          product_ids: ['Gateway 1'],
          url: 'https://e.example/',
        },
        { category: 'workaround', details: 'Pull the plug.', product_ids: names },
      ],
    },
  ],
  {
    title: 'Ein Tor steht offen',
    lang: 'de',
    aggregate_severity: { text: 'hoch' },
    distribution: { tlp: { label: 'AMBER' } },
    tracking: { ...head.tracking, id: 'GATE-1', status: 'draft' },
  },
)
const { bulletin, platforms } = bulletinOf(given)
const store = await storeInMemory()
await store.save({ bulletins: [bulletin], platforms, document: documentVersionOf(given) }, 'test')

mockApiForFile(store)

const sheet = async (name: RegExp) =>
  within((await screen.findByRole('heading', { level: 2, name })).parentElement as HTMLElement)

describe('the page of an advisory', () => {
  it('says of each product how bad it is, its status, and why it is not affected', async () => {
    renderAt('/bulletins/GATE-1')
    const matrix = await sheet(/^Vulnerabilities/)
    const heads = matrix.getAllByRole('columnheader').map((each) => each.textContent)
    const cells = matrix.getAllByRole('cell').map((each) => each.textContent)
    const said = (name: string) => cells[heads.indexOf(name) - 1]
    expect(names.map(said)).toEqual([
      '2 Importantaffected up to this version',
      'Not affectedthe component is not present',
      'fixed',
      '2 Importantunder investigation',
    ])
  })

  it('gives what can be done to read, each with the products that it is for', async () => {
    renderAt('/bulletins/GATE-1')
    const remedies = await sheet(/^What can be done/)
    const [first, second] = remedies.getAllByRole('list')[0]?.children ?? []
    expect(first?.textContent).toContain('Install it.')
    expect(
      within(first as HTMLElement)
        .getByRole('link', { name: 'Instructions' })
        .getAttribute('href'),
    ).toBe('https://e.example/')
    expect(first?.textContent).toContain('Gateway 1')
    expect(second?.textContent).toContain('workaround')
    expect(second?.textContent).toContain('Gateway 1, Gateway 2, Gateway 3, Gateway 4')
  })

  it('says that it is a draft, to whom it may be passed on, and in which language it is', async () => {
    renderAt('/bulletins/GATE-1')
    const title = await screen.findByText('Ein Tor steht offen')
    expect(title.lang).toBe('de')
    const header = within(title.closest('header') as HTMLElement)
    expect(header.getByText('draft').title).toBe('Its publisher has not settled it yet')
    expect(header.getByText('TLP:AMBER').title).toContain('Not to leave the organisation')
  })

  it('speaks Japanese', async () => {
    localStorage.setItem('hotfix-report.language', 'ja')
    renderAt('/bulletins/GATE-1')
    expect(await screen.findByText('草案')).toBeDefined()
    expect(screen.getByText('修正済み')).toBeDefined()
    expect(screen.getByText('該当するコンポーネントがない')).toBeDefined()
    expect(screen.getByRole('heading', { level: 2, name: /^対処方法/ })).toBeDefined()
  })
})

it('the card of a draft that may not be passed on says both', async () => {
  renderAt('/alerts')
  const card = within(await screen.findByRole('article', { name: 'GATE-1' }))
  expect(await card.findByText('draft')).toBeDefined()
  expect(card.getByText('TLP:AMBER')).toBeDefined()
})
