/** What an advisory offers: fixes, the restart they need, or no fix at all. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import type { Restart } from '../../contract/words.ts'
import type { Advisory, Remediation } from './document.ts'
import { productsOf } from './products.ts'
import { httpUrl } from './texts.ts'

/** Vendor fixes that say the same, once, for all their products. */
export function packagesOf(advisory: Advisory, platforms: ReadonlyMap<string, Platform>): Bulletin['packages'] {
  const fixes = (advisory.vulnerabilities ?? []).flatMap(({ remediations = [] }) =>
    remediations.filter(({ category }) => category === 'vendor_fix'),
  )
  const alike = Map.groupBy(fixes, ({ details, url }) => JSON.stringify([details, url]))
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const url = httpUrl(first.url)
    const ids = same.flatMap((each) => productsOf(advisory, each) ?? [...platforms.keys()])
    const [, build] = /^(\d+(?:\.\d+)+):Security/.exec(first.details) ?? []
    return [
      {
        name: kbOf(first) ?? first.details,
        platforms: [...new Set(ids.flatMap((id) => platforms.get(id)?.id ?? []))],
        ...(url !== undefined && { url }),
        ...(build !== undefined && { fixedBuild: build }),
        files: [],
      },
    ]
  })
}

/** The KB number that a fix of Microsoft names in its link. */
export function kbOf({ url = '' }: Remediation): string | null {
  const [, number] = /(?:[?&]q=KB|\/help\/|\/kb\/?)(\d{6,8})\b/i.exec(url) ?? []
  return number === undefined ? null : `KB${number}`
}

export const noFix: Record<string, Text> = {
  no_fix_planned: { ja: '修正の予定なし', en: 'No fix planned' },
  none_available: { ja: '修正の提供なし', en: 'No fix available' },
}

export function restartOf(advisory: Advisory): Restart {
  const said = (advisory.vulnerabilities ?? []).flatMap(({ remediations = [] }) =>
    remediations.flatMap(({ restart_required: restart }) => restart?.category ?? []),
  )
  if (said.length === 0) return 'unknown'
  return said.every((category) => category === 'none') ? 'not-required' : 'required'
}
