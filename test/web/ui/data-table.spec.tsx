import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { DataTable } from '../../../src/web/ui/layout/DataTable.tsx'

it('has no heading that says nothing above a column of actions', () => {
  render(
    <DataTable label="People" head={['Name', '']}>
      <tbody>
        <tr>
          <th scope="row">Ito</th>
          <td>
            <button type="button">Remove</button>
          </td>
        </tr>
      </tbody>
    </DataTable>,
  )
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Name'])
  const [head, row] = screen.getAllByRole('row')
  expect(head?.children).toHaveLength(row?.children.length ?? 0)
})
