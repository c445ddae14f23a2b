/**
 * One spelling for texts and for what is searched in them: NFKC (full- and half-width alike), lower case, one dash for
 * all, no long vowel at the end of a katakana word (サーバー as サーバ), white space folded, the old `CAN-` prefix read as
 * `CVE-`. NFKC comes twice, since lower case can undo it (İ̧).
 */
export const normalise = (text: string): string => normaliseLines(text.replaceAll('\n', ' ')).trim()

/** Hyphens and dashes of all lengths, and the minus sign. */
const dashes = /[\u2010-\u2015\u2212]/g

/** The same for many lines in one go, each of which stays a line: far quicker than line by line. */
export const normaliseLines = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(dashes, '-')
    .replaceAll(/(?<=[\u30A1-\u30FA])\u30FC(?![\u30A1-\u30FC])/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\bcan-(?=\d{4}-)/g, 'cve-')

/** Spellings of one search word under which a bulletin may be on file: `ms05-19` as `ms05-019`, `kb893066` as `893066`. */
export function spellingsOf(word: string): string[] {
  const bulletin = /^(ms\d{2})-(\d{1,3})$/.exec(word)
  if (bulletin) return [word, `${bulletin[1]}-${bulletin[2]?.padStart(3, '0')}`]
  const kb = /^kb\s*-?(\d+)$/.exec(word)
  return kb?.[1] ? [word, kb[1]] : [word]
}

/** Characters around a word that was copied out of a sentence or a list, and is no part of it. */
const around = /^[("'\u2018\u201C\u300C\u300E[{<]+|[)"'\u2019\u201D\u300D\u300F\]}>.,;:!?\u3001\u3002]+$/g

/** Ids of bulletins and vulnerabilities: a list of them asks for any, since nothing is all of them. */
const idPattern = /^(?:kb-?\d{5,8}|cve-\d{4}-\d{4,}|ms\d{2}-\d{1,3})$/

/** Whether a word is an id: of a bulletin or a vulnerability. */
export const isId = (word: string): boolean => idPattern.test(word)

/** The words of a query, normalised and without the punctuation around them; none in an empty one. */
const wordsOf = (query: string): string[] =>
  normalise(query)
    .split(/[ ,;\u3001]+/)
    .map((word) => word.replaceAll(around, '') || word)
    .filter((word) => word !== '')

/**
 * What must occur for a query: of each list one word at least. Each word is its own list, except for a list of ids, as
 * one pastes it, of which any will do.
 */
export function alternativesOf(query: string): string[][] {
  const words = wordsOf(query)
  const isListOfIds = words.length > 1 && words.every(isId)
  return isListOfIds ? [words] : words.map((word) => [word])
}

/** The CVE that a query is, as it is numbered today; null where it is anything else. */
export const cveOf = (query: string): string | null => {
  const [word = '', ...others] = wordsOf(query)
  return others.length === 0 && /^cve-\d{4}-\d{4,}$/.test(word) ? word.toUpperCase() : null
}
