import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import '../../../src/web/sources/SourcesPage.tsx'
import type { Backups } from '../../../src/contract/backups.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApiForFile(await contentStore())

const at = '2031-06-10T03:00:00.000Z'
const good: Backups = {
  folder: '/srv/backup',
  everyMinutes: 24 * 60,
  keep: 14,
  isRunning: false,
  lastGood: { at, file: 'hotfix-report.jsonl.gz', bytes: 3_140_000, rows: 24_120, took: 9000 },
  lastAttempt: { at, why: null, by: null },
  nextAt: '2031-06-11T03:00:00.000Z',
  isLate: false,
}

/** The server tells this of its backups. */
const tells = (backups: Backups) => network.use(http.get('*/api/backups', () => HttpResponse.json(backups)))

const panel = async () => {
  const heading = await screen.findByRole('heading', { name: 'Backups' })
  const section = heading.closest('section')
  if (section === null) throw new Error('the heading has no panel')
  return within(section)
}

it('says when the last good backup was made, and makes one when it is asked to', async () => {
  tells(good)
  let asked = 0
  network.use(http.post('*/api/backups', () => HttpResponse.json({ ...good, isRunning: ++asked > 0 })))
  renderAt('/sources')
  const backups = await panel()
  expect(await backups.findByText(/^Last good backup: .*\(3\.1 MB, 24,120 rows\)/)).toBeDefined()
  expect(backups.getByText('Good')).toBeDefined()
  expect(backups.getByText(/^One every 24 hours, and the newest 14 are kept, in/)).toBeDefined()
  await userEvent.click(backups.getByRole('button', { name: 'Back up now' }))
  await waitFor(() => expect(asked).toBe(1))
})

it('says why the last one failed, and that there is none', async () => {
  tells({
    ...good,
    lastGood: null,
    isLate: true,
    lastAttempt: { at, why: 'ENOSPC: no space left on device', by: 'Ito' },
  })
  renderAt('/sources')
  const backups = await panel()
  expect(await backups.findByText('Failed')).toBeDefined()
  expect(backups.getByText(/There is no good backup yet/)).toBeDefined()
  expect(backups.getByText('ENOSPC: no space left on device')).toBeDefined()
})

it('says how to set a folder where there is none', async () => {
  renderAt('/sources')
  const backups = await panel()
  expect(await backups.findByText('No folder is set, so this server makes no backups.')).toBeDefined()
  expect(backups.getByText(/BACKUP_DIR/)).toBeDefined()
  expect(backups.queryByRole('button')).toBeNull()
})

it('says that it cannot be read', async () => {
  network.use(
    http.get('*/api/backups', () => HttpResponse.json({ code: 'unavailable', message: 'no' }, { status: 503 })),
  )
  renderAt('/sources')
  const backups = await panel()
  expect(await backups.findByText(/^How the backups go could not be read\./, {}, { timeout: 10_000 })).toBeDefined()
})

it('is said on the overview to admins once the last good one is too old', async () => {
  tells({ ...good, isLate: true })
  renderAt('/')
  expect(await screen.findByRole('link', { name: /^The last good backup is of / })).toBeDefined()
})
