/**
 * One spelling for texts and for what is searched in them: NFKC (full- and half-width alike), lower case,
 * white space folded, the old `CAN-` prefix read as `CVE-`. NFKC comes twice, since lower case can undo it (İ̧).
 */
export const normalise = (text: string): string => normaliseLines(text.replaceAll('\n', ' ')).trim()

/** The same for many lines in one go, each of which stays a line: far quicker than line by line. */
export const normaliseLines = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\bcan-(?=\d{4}-)/g, 'cve-')

/** Spellings of one search word under which a bulletin may be on file: `ms05-19` as `ms05-019`, `kb893066` as `893066`. */
export function spellingsOf(word: string): string[] {
  const bulletin = /^(ms\d{2})-(\d{1,3})$/.exec(word)
  if (bulletin) return [word, `${bulletin[1]}-${bulletin[2]?.padStart(3, '0')}`]
  const kb = /^kb\s*(\d+)$/.exec(word)
  return kb?.[1] ? [word, kb[1]] : [word]
}

/** The words of a query, normalised; none in an empty one. */
export const wordsOf = (query: string): string[] =>
  normalise(query)
    .split(' ')
    .filter((word) => word !== '')
