/** The ids that products had while an id held the place in the product tree, so that what refers to them is found. */
import type { PlatformId } from '../../contract/platform.ts'
import { application, shortHost, splitHost } from './applications.ts'
import { tidy } from './slug.ts'
import { windows } from './windows.ts'

const longest = 80

function formerMark(text: string): string {
  let sum = 0
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum.toString(36)
}

function formerSlug(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('+', '-plus')
  const whole = (plain.match(/[a-z0-9]+/g) ?? []).join('-')
  const isWhole = whole.length <= longest && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain)
  if (isWhole && whole !== '') return whole
  const mark = formerMark(plain)
  return [whole.slice(0, longest - mark.length - 1).replace(/-$/, ''), mark].filter((part) => part !== '').join('-')
}

const formerId = (segments: readonly (string | null)[]): PlatformId =>
  segments
    .filter((segment) => segment !== null)
    .map(formerSlug)
    .join('.')

/** Branches of Microsoft's tree between which products have moved. */
const moves = [
  ['Adobe', 'Other'],
  ['Mariner', 'Open Source Software', 'Azure Linux'],
]

/** The ids that a product of this name and place had: one for each branch that it may have been in. */
export function formerIdsOf(product: { name: string; path: readonly string[] }): PlatformId[] {
  const name = tidy(product.name) || 'unnamed'
  const known = windows(name) ?? application(name)
  if (known !== null) return [formerId([known.family, known.version, known.variant])]
  const branch = product.path.map(tidy).findLast((part) => part !== '')
  if (branch === undefined) return [formerId([name])]
  const [own, on] = splitHost(name)
  const branches = new Set([branch, ...moves.filter((places) => places.includes(branch)).flat()])
  return [...branches].map((place) => formerId([place, own, on === undefined ? null : shortHost(on)]))
}
