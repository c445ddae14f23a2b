import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Summary } from '../../../src/contract/summary.ts'
import { applyFilter } from '../../../src/domain/filter/apply.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { HideShipped } from '../../../src/web/filters/panel/HideShipped.tsx'
import '../../../src/web/filters/release-names.ts'
import { LanguageProvider } from '../../../src/web/i18n/language.tsx'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { columnsOf } from '../../support/columns.ts'
import { listing } from '../../support/listing.ts'

const row = (id: string, releases: string[]): Summary => ({
  ...summarise(listing(id, ['CVE-2031-0001'])),
  releases,
  triage: 'new',
})

function show(rows: readonly Summary[], query = {}) {
  const filter = filterOf(query)
  const onChange = vi.fn<(change: object) => void>()
  const { counts } = applyFilter(columnsOf(rows, []), filter)
  render(
    <LanguageProvider first="en" load={() => null}>
      <HideShipped filter={filter} counts={counts} onChange={onChange} />
    </LanguageProvider>,
  )
  return onChange
}

const name = /^Without shipped samples/

it('what ships is hidden by one click, once anything else is on file', async () => {
  const rows = [row('KB1', ['2031-03']), row('KB2', ['2031-03']), row('MS05-001', [])]
  const hide = show(rows)
  await userEvent.click(screen.getByRole('checkbox', { name }))
  expect(hide).toHaveBeenCalledExactlyOnceWith({ release: ['any'] })
})

it('what ships is shown again by one click', async () => {
  const showAgain = show([row('KB1', ['2031-03']), row('MS05-001', [])], { release: 'any' })
  await userEvent.click(screen.getByRole('checkbox', { name }))
  expect(showAgain).toHaveBeenCalledExactlyOnceWith({ release: [] })
})

it('nothing is offered where only samples are on file', () => {
  show([row('MS05-001', [])])
  expect(screen.queryByRole('checkbox')).toBeNull()
})
