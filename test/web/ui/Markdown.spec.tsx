import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { markdownOf } from '../../../src/feeds/html.ts'
import { Markdown } from '../../../src/web/ui/Markdown.tsx'

const show = (markdown: string) => render(<Markdown lang="en">{markdown}</Markdown>)

it('shows the tables of a publisher', () => {
  show(markdownOf('<table><tr><th>Build<th>Date<tr><td>1.0 | x64<td><b>May</b></table>') ?? '')
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Build', 'Date'])
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['1.0 | x64', 'May'])
})

it('strikes out what a publisher has struck out, and takes one tilde for a tilde', () => {
  show(markdownOf('<p>not <del>1.0</del> but ~1.1~ of ~~user~~</p>') ?? '')
  expect(screen.getByRole('deletion').textContent).toBe('1.0')
  screen.getByText(/~1\.1~ of ~~user~~/)
})

it('makes links of what a publisher has made links, and of nothing else', () => {
  show('[Here](https://a.example/), not https://b.example/, www.c.example or d@e.example')
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Here'])
})
