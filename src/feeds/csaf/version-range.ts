/** Versions and ranges as a person reads them. */
import { decoded } from '../../contract/decoded.ts'

const isLower = (constraint: string) => constraint.startsWith('>')
const isUpper = (constraint: string) => constraint.startsWith('<')

/**
 * A range of the form `vers:SCHEME/CONSTRAINTS` in plain signs: `vers:semver/>=1.0|<1.4|2.0` is `>=1.0 <1.4, 2.0`. All
 * versions are `*`, in whatever words they are said. What is written otherwise stays as it is.
 */
export function readableVersion(text: string): string {
  const plain = text.trim().replace(/^all versions? (?=[<>])/i, '')
  if (/^(?:all|any) versions?$/i.test(plain)) return '*'
  const constraints = /^vers:[\w.+-]{1,40}\/(.+)$/.exec(plain)?.[1]?.split('|')
  if (constraints === undefined) return plain
  // Some write both ends of a range as one constraint.
  const parts = constraints
    .map((each) => decoded(each.trim()).replaceAll(/(?<=[^\s<>=])(?=[<>])/g, ' '))
    .filter((each) => each !== '')
  return parts.reduce((before, each, at) => {
    const isOneRange = isLower(parts[at - 1] ?? '') && isUpper(each)
    return at === 0 ? each : `${before}${isOneRange ? ' ' : ', '}${each}`
  }, '')
}

/** A name with such ranges in it. */
export const readableIn = (name: string): string => name.replaceAll(/\bvers:[\w.+-]{1,40}\/\S+/g, readableVersion)
