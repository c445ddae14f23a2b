/**
 * One spelling for texts and for what is searched in them: NFKC (full- and half-width alike), lower case,
 * white space folded, the old `CAN-` prefix read as `CVE-`. NFKC comes twice, since lower case can undo it (İ̧).
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\bcan-(?=\d{4}-)/g, 'cve-')
    .trim()

/** Spellings of one search word under which a bulletin may be on file: `ms05-19` as `ms05-019`, `kb893066` as `893066`. */
function spellings(word: string): string[] {
  const bulletin = /^(ms\d{2})-(\d{1,3})$/.exec(word)
  if (bulletin) return [word, `${bulletin[1]}-${bulletin[2]?.padStart(3, '0')}`]
  const kb = /^kb\s*(\d+)$/.exec(word)
  return kb?.[1] ? [word, kb[1]] : [word]
}

/**
 * A predicate over normalised texts: true where every word of the query occurs, in any order.
 * Words are found inside words, so that Japanese needs no spaces. An empty query matches everything.
 */
export function textMatcher(query: string): (normalisedText: string) => boolean {
  const words = normalise(query)
    .split(' ')
    .filter((word) => word !== '')
    .map(spellings)
  return (text) => words.every((forms) => forms.some((form) => text.includes(form)))
}
