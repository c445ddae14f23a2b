import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  clearSentDraft,
  clearDrafts,
  hasDrafts,
  saveDraft,
  readDraft,
  useDraftItem,
  type DraftItem,
} from '../../../src/web/lib/drafts.ts'

const list: DraftItem<readonly number[]> = { name: 'list', schema: z.array(z.number()), empty: [] }
const kept = () => sessionStorage.getItem('hotfix-report.typed list')

describe('what is typed and kept in the tab', () => {
  it('is nothing once it is empty, so that nobody is asked about it', () => {
    saveDraft(list, [1])
    expect([kept(), hasDrafts()]).toEqual(['[1]', true])
    saveDraft(
      list,
      [1].filter((each) => each > 1),
    )
    expect([kept(), hasDrafts()]).toEqual([null, false])
    expect(readDraft(list)).toEqual([])
  })

  it.each(['{"a":1}', '[1', '["a"]'])('is nothing where it cannot be read: %s', (text) => {
    sessionStorage.setItem('hotfix-report.typed list', text)
    expect(readDraft(list)).toEqual([])
  })

  it('goes once it was sent, but for what has been typed since', () => {
    const sent = [1]
    saveDraft(list, sent)
    saveDraft(list, [1, 2])
    clearSentDraft(list, sent)
    expect(readDraft(list)).toEqual([1, 2])
    clearSentDraft(list, readDraft(list))
    expect(readDraft(list)).toEqual([])
  })

  it('is the same in all that shows it', () => {
    function Shown() {
      const [numbers, keep] = useDraftItem(list)
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
    act(clearDrafts)
    expect(texts()).toEqual(['', ''])
  })
})
