/** What an advisory advises in prose, and what it says of restarts and of fixes that will not come. */
import type { Bulletin, Remedy } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import type { Restart } from '../../contract/words.ts'
import { dayOf, httpUrl } from '../printed.ts'
import type { Advisory, Remediation } from './document.ts'
import { isProse } from './fixes.ts'
import type { Products } from './products.ts'
import { inLanguageOf, joinTexts } from './texts.ts'

const kinds: Record<string, Remedy['kind']> = {
  vendor_fix: 'vendor-fix',
  // Of 2.1, as is the optional patch.
  fix_planned: 'fix-planned',
  optional_patch: 'optional-patch',
  workaround: 'workaround',
  mitigation: 'mitigation',
  none_available: 'none-available',
  no_fix_planned: 'no-fix-planned',
}

const restartFor = (category: string): Restart => (category === 'none' ? 'not-required' : 'required')

/** A remediation without the products that it is for. */
function adviceOf({ category, details, url: link, date, restart_required: restart }: Remediation) {
  const kind = kinds[category]
  const text = joinTexts([details, restart?.details ?? ''])
  const url = httpUrl(link)
  if (kind === undefined || text === null) return null
  return {
    kind,
    text,
    ...(url !== undefined && { url }),
    ...(date !== undefined && { on: dayOf(date) }),
    ...(restart !== undefined && { restart: restartFor(restart.category) }),
  }
}

/** The texts of remediations: what several say alike once, with all its products and vulnerabilities. `ids` are ours of the vulnerabilities. */
export function remediesOf(advisory: Advisory, products: Products, ids: readonly string[]): Pick<Bulletin, 'remedies'> {
  const say = inLanguageOf(advisory)
  const advised = (advisory.vulnerabilities ?? []).flatMap(({ remediations = [] }, at) =>
    remediations.filter(isProse).map((remediation) => ({ remediation, flaw: ids[at] ?? '' })),
  )
  // Most of them are repeated for every vulnerability: the same text is made Markdown once.
  const alike = Map.groupBy(advised, ({ remediation: { category, details, url, date, restart_required: restart } }) =>
    JSON.stringify([category, details, url, date, restart?.category, restart?.details]),
  )
  const remedies = [...alike.values()].flatMap((same) => {
    const advice = same[0] === undefined ? null : adviceOf(same[0].remediation)
    if (advice === null) return []
    const named = same.flatMap(({ remediation }) => products.named(remediation) ?? [])
    const vulnerabilities = [...new Set(same.map(({ flaw }) => flaw))]
    return [{ ...advice, text: say(advice.text), platforms: products.platformsOf(named), vulnerabilities }]
  })
  return remedies.length > 0 ? { remedies } : {}
}

const noFix: Record<string, Text> = {
  no_fix_planned: { ja: '修正の予定なし', en: 'No fix planned' },
  none_available: { ja: '修正の提供なし', en: 'No fix available' },
}

/** What is said of platforms that get no fix. */
export function notesByPlatform({ vulnerabilities = [] }: Advisory, products: Products): Map<PlatformId, Text> {
  const notes = new Map<PlatformId, Text>()
  for (const remediation of vulnerabilities.flatMap(({ remediations = [] }) => remediations)) {
    const note = noFix[remediation.category]
    if (note === undefined) continue
    for (const id of products.platformsOf(products.named(remediation) ?? [])) notes.set(id, note)
  }
  return notes
}

/** The strictest that any fix says of a restart. */
export function restartOf({ vulnerabilities = [] }: Advisory): Restart {
  const said = vulnerabilities.flatMap(({ remediations = [] }) =>
    remediations.flatMap(({ restart_required: restart }) => restart?.category ?? []),
  )
  if (said.length === 0) return 'unknown'
  return said.every((category) => category === 'none') ? 'not-required' : 'required'
}
