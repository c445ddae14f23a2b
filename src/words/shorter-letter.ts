/** A letter with fewer lines, for channels that take only so much. */
import type { Letter } from './letter.ts'
import { noticeWords } from './notices.ts'

/** How many lines a letter tells. */
export const lineCount = ({ sections }: Letter): number => sections.reduce((sum, { lines }) => sum + lines.length, 0)

/** The first `most` lines of a letter; of the others how many there are. */
export function shorterLetter(letter: Letter, most: number): Letter {
  const total = lineCount(letter)
  if (total <= most) return letter
  let left = most
  const sections = letter.sections.flatMap((section) => {
    const lines = section.lines.slice(0, left)
    left -= lines.length
    return lines.length === 0 && section.lines.length > 0 ? [] : [{ ...section, lines }]
  })
  const rest = noticeWords[letter.language].left(total - most)
  return { ...letter, sections: [...sections, { title: '', note: '', lines: [], figures: [], text: rest }] }
}
