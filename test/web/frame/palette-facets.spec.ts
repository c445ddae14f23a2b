import { expect, it } from 'vitest'
import { filterMessagesEn } from '../../../src/web/filters/messages-en.ts'
import { filterMessagesJa } from '../../../src/web/filters/messages-ja.ts'
import { paletteMessages } from '../../../src/web/frame/palette-commands.ts'

it('the palette calls the parts of the filter what the filter does', () => {
  expect(filterMessagesJa).toMatchObject(paletteMessages.ja.facets)
  expect(filterMessagesEn).toMatchObject(paletteMessages.en.facets)
})
