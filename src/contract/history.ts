import * as z from 'zod'

/** What a revision changes, in the order of attention. */
export const changeKinds = [
  'new',
  'exploit-up',
  'severity-up',
  'severity-down',
  'package-replaced',
  'platform-added',
  'platform-removed',
  'known-issue-added',
  'vulnerability-added',
  'vulnerability-removed',
  'text',
] as const

/** A change and what it is about: platforms, packages, vulnerabilities; nothing where it is about the bulletin itself. */
export const Change = z.object({ kind: z.enum(changeKinds), of: z.array(z.string()) })
export type Change = z.infer<typeof Change>
