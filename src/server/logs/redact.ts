/** What a log may say: texts without secrets, addresses of people and characters that forge lines. */
import { withoutSecret } from '../access/secrets.ts'

/** Longer texts are cut. */
const maxLength = 8000

/** Of an address only where it leads: names, passwords, paths and queries may be secrets. Files of our own are no addresses. */
function origin(address: string, scheme: string, rest: string): string {
  if (scheme.toLowerCase() === 'file') return address
  if (rest.includes('@') || rest.includes('%40')) return `${scheme}://…`
  const host = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  return host.length === rest.length ? address : `${scheme}://${host}/…`
}

/** Each pattern begins where a run of its characters does, so that long texts take no longer than they are long. */
const parts: readonly (readonly [RegExp, string])[] = [
  // Headers, to the end of their line.
  [/(cookie|authorization)(["']?\s*[:=]\s*)[^\n]+/gi, '$1$2…'],
  [/(bearer|basic|negotiate|digest)\s+[^\s"',;]+/gi, '$1 …'],
  [
    /(password|passwd|pwd|secret|token|api[-_]?key|hotfix-report)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    '$1$2…',
  ],
  [/(hfr|hff|whsec|msg)_[\w+/=-]+/g, '$1_…'],
  // Mail addresses, as they are and in an address. Before the name of a package there is no part of one.
  [/(?<![^\s@<>()[\],;:"'\\/`=?&])[^\s@<>()[\],;:"'\\/`=?&]+(?:@|%40)[^\s@<>()[\],;:"'\\/`?&]+/gi, '…@…'],
  // What is asked for in a path.
  [/\?[^\s"'`<>=?]*=[^\s"'`<>]*/g, '?…'],
  // No name that we give is as long as the secrets that we make.
  [/[\w-]{40,}/g, '…'],
]

/** A text as it may be logged. Line breaks and tabs stay: who writes it out indents what follows them. */
export function redact(text: string): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  const led = cut.replaceAll(/(?<![a-z\d+.-])([a-z\d+.-]+):\/\/([^\s"'<>`]*)/gi, origin)
  const bare = parts.reduce((said, [pattern, instead]) => said.replaceAll(pattern, instead), withoutSecret(led))
  return bare.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}
