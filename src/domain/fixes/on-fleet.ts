/** What a bulletin is on platforms of which there are machines. */
import { fixStates, type BulletinFix, type FixLine, type PlatformFix } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'

/** A fix with its line, and what is to be installed in that. */
export type Placed = { fix: PlatformFix; line: FixLine; install: string[] }

/** Every fix of the products that a platform may be: where these differ, what is to be installed on any of them counts. */
export function fixesOn(lines: readonly FixLine[]): Map<string, Placed> {
  const found = new Map<string, Placed>()
  for (const line of lines) {
    const install = line.fixes.filter(({ state }) => state === 'install').map(({ bulletin }) => bulletin)
    for (const fix of line.fixes) {
      const known = found.get(fix.bulletin)
      if (known === undefined || fixStates.indexOf(fix.state) < fixStates.indexOf(known.fix.state))
        found.set(fix.bulletin, { fix, line, install })
    }
  }
  return found
}

/** What a fix is on one platform. */
export const bulletinFix = (platform: PlatformId, { fix, line, install }: Placed): BulletinFix => ({
  platform,
  ...fix,
  line: line.line,
  install,
})
