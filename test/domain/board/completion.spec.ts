import { describe, expect, it } from 'vitest'
import { completed, completionAt } from '../../../src/domain/board/completion.ts'

const names = ['Ito', 'Sato Hanako', 'Sato Jiro', '佐藤 花子', 'Servers']
const offered = (text: string) => completionAt(text, text.length, names)?.names ?? []

describe('the names that are offered', () => {
  it.each([
    ['@', ['Ito', 'Sato Hanako', 'Sato Jiro', 'Servers', '佐藤 花子']],
    ['Look, @s', ['Sato Hanako', 'Sato Jiro', 'Servers']],
    ['@SATO J', ['Sato Jiro']],
    ['@jiro', ['Sato Jiro']],
    ['お願い＠佐', ['佐藤 花子']],
    ['mail@s', []],
    ['@ s', []],
    ['@x', []],
    ['no sign', []],
    ['@s\nand', []],
  ])('of %j are %j', (text, expected) => expect(offered(text)).toEqual(expected))

  it('take the place of what was typed of them', () =>
    expect(completed('Look, @sa please', 9, 6, 'Sato Jiro')).toEqual({ text: 'Look, @Sato Jiro please', caret: 17 }))
})
