/** Which passwords anybody would guess. */

/** What guesses begin with, the longer before what they contain. */
const common = [
  'passwort',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'パスワード',
  'administrator',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'letmein',
  'welcome',
  'changeme',
  'qwerty',
  'azerty',
  'asdfgh',
  'hotfix',
  'report',
  'admin',
  '1qaz2wsx',
  '1q2w3e4r',
]

/** At least this many different characters must be left. */
const leftAtLeast = 5

/**
 * Whether a password is made of nothing but common words, the name of its person, one character again and again, or
 * characters in a row, such as `password1234`. Case, and how letters are written, make no difference.
 */
export function isMadeOfCommonWords(password: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  const parts = plain(name).split(/[^\p{L}\p{N}]+/u)
  const words = [...new Set([plain(name), ...parts])].filter((word) => word.length > 1)
  const rest = [...words, ...common].reduce((text, word) => text.replaceAll(word, ''), plain(password))
  const points = Array.from(rest, (character) => character.codePointAt(0) ?? 0)
  const own = points.filter((point, at) => Math.abs(point - (points[at - 1] ?? Number.NaN)) !== 1)
  return new Set(own).size < leftAtLeast
}
