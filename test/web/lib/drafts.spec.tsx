import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  forgetSent,
  forgetTyped,
  hasTyped,
  keepTyped,
  readTyped,
  useTypedItem,
  type TypedItem,
} from '../../../src/web/lib/drafts.ts'

const list: TypedItem<readonly number[]> = { name: 'list', schema: z.array(z.number()), empty: [] }
const kept = () => sessionStorage.getItem('hotfix-report.typed list')

describe('what is typed and kept in the tab', () => {
  it('is nothing once it is empty, so that nobody is asked about it', () => {
    keepTyped(list, [1])
    expect([kept(), hasTyped()]).toEqual(['[1]', true])
    keepTyped(
      list,
      [1].filter((each) => each > 1),
    )
    expect([kept(), hasTyped()]).toEqual([null, false])
    expect(readTyped(list)).toEqual([])
  })

  it.each(['{"a":1}', '[1', '["a"]'])('is nothing where it cannot be read: %s', (text) => {
    sessionStorage.setItem('hotfix-report.typed list', text)
    expect(readTyped(list)).toEqual([])
  })

  it('goes once it was sent, but for what has been typed since', () => {
    const sent = [1]
    keepTyped(list, sent)
    keepTyped(list, [1, 2])
    forgetSent(list, sent)
    expect(readTyped(list)).toEqual([1, 2])
    forgetSent(list, readTyped(list))
    expect(readTyped(list)).toEqual([])
  })

  it('is the same in all that shows it', () => {
    function Shown() {
      const [numbers, keep] = useTypedItem(list)
      return (
        <button type="button" onClick={() => keep([...numbers, numbers.length])}>
          {numbers.join(' ')}
        </button>
      )
    }
    render(
      <>
        <Shown />
        <Shown />
      </>,
    )
    const texts = () => screen.getAllByRole('button').map(({ textContent }) => textContent)
    act(() => screen.getAllByRole('button')[0]?.click())
    act(() => screen.getAllByRole('button')[1]?.click())
    expect(texts()).toEqual(['0 1', '0 1'])
    act(forgetTyped)
    expect(texts()).toEqual(['', ''])
  })
})
