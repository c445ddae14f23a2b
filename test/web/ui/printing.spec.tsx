import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useIsPrinting } from '../../../src/web/ui/use-is-printing.ts'

it('a part that is not on paper is not drawn for it first', async () => {
  const drawn: boolean[] = []
  function Part() {
    drawn.push(useIsPrinting())
    return 'on screen'
  }
  function Page() {
    return useIsPrinting() ? 'on paper' : <Part />
  }
  render(<Page />)
  await act(async () => dispatchEvent(new Event('beforeprint')))
  expect(screen.getByText('on paper')).toBeDefined()
  await act(async () => dispatchEvent(new Event('afterprint')))
  expect(screen.getByText('on screen')).toBeDefined()
  expect(drawn).not.toContain(true)
})
