/** From a vulnerability of a bulletin to one of a CSAF advisory. */
import cwec from '@secvisogram/csaf-validator-lib/lib/shared/cwec.js'
import type { Bulletin, RatedPlatforms, Vulnerability } from '../../../contract/bulletin.ts'
import type { Text } from '../../../contract/text.ts'
import { groupRatings, singleRatings } from '../../../domain/bulletin/ratings.ts'
import type { TextOf } from './notes.ts'
import { remediationsOf } from './remediations.ts'
import { exportedScores } from './scores.ts'
import { threatsOf } from './threats.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { ProductStatus } from '../../../contract/words.ts'
import { isAffected } from '../../../domain/bulletin/severity.ts'

const titles = {
  mitigations: { ja: '緩和策', en: 'Mitigations' },
  component: { ja: 'コンポーネント', en: 'Component' },
  customerAction: { ja: '利用者の対応', en: 'Customer Action' },
  knownExploited: { ja: '悪用が確認された脆弱性 (CISA KEV)', en: 'Known exploited (CISA KEV)' },
  cwes: { ja: 'CWE', en: 'CWE' },
  scores: { ja: 'CVSS', en: 'CVSS' },
} as const satisfies Record<string, Text>

const actionWords = { required: 'Required', 'not-required': 'Not required' } as const

/** The names of weaknesses as the standard asks for them. */
const weaknessNames = new Map(cwec.weaknesses.map(({ id, name }) => [id, name]))

/** The weakness that goes into the field of CSAF, which takes one, by its right name; and the others in words. */
function weaknessesOf({ cwes = [] }: Vulnerability) {
  const fitting = cwes.find(({ id, name }) => name !== undefined && weaknessNames.get(id) === name)
  const rest = cwes
    .filter((each) => each !== fitting)
    .map(({ id, name }) => (name === undefined ? id : `${id} ${name}`))
  return { cwe: fitting === undefined ? {} : { cwe: { id: fitting.id, name: fitting.name } }, rest }
}

function knownExploitedLines({ knownExploited: known }: Vulnerability): string[] {
  if (known === undefined) return []
  const { addedOn, dueOn, requiredAction, ransomware } = known
  return [
    `added: ${addedOn}`,
    ...(dueOn === undefined ? [] : [`due: ${dueOn}`]),
    ...(ransomware === undefined ? [] : [`ransomware: ${ransomware ? 'known' : 'not known'}`]),
    ...(requiredAction === undefined ? [] : [requiredAction]),
  ]
}

function notesOf(flaw: Vulnerability, weaknesses: readonly string[], scores: readonly string[], say: TextOf) {
  const { summary, title, faq, mitigations, component, customerAction, notes = [] } = flaw
  const titled: [keyof typeof titles, readonly string[]][] = [
    ['mitigations', mitigations === undefined ? [] : [say(mitigations)]],
    ['component', component === undefined ? [] : [component]],
    ['customerAction', customerAction === undefined ? [] : [actionWords[customerAction]]],
    ['knownExploited', knownExploitedLines(flaw)],
    ['cwes', weaknesses],
    ['scores', scores],
  ]
  return [
    { category: 'description', text: say(summary ?? title) },
    ...(faq === undefined ? [] : [{ category: 'faq', text: say(faq) }]),
    ...titled.flatMap(([name, lines]) =>
      lines.length === 0 ? [] : [{ category: 'details', title: say(titles[name]), text: lines.join('\n') }],
    ),
    ...notes.map((note) => ({
      category: 'details',
      ...(note.title !== undefined && { title: say(note.title) }),
      text: say(note.text),
    })),
  ]
}

/** What is said of a platform last counts, where more than one thing is. */
const lastOfEach = (ratings: readonly RatedPlatforms[]): RatedPlatforms[] =>
  groupRatings([...new Map(singleRatings(ratings).map((each) => [each.platform, each])).values()])

/** `isNamed`: whether the CVE is still free; the standard lets it name one vulnerability of a document. */
export function exportedVulnerability(bulletin: Bulletin, flaw: Vulnerability, isNamed: boolean, say: TextOf) {
  const ratings = lastOfEach(flaw.ratings)
  const { scores, rest } = exportedScores(flaw, ratings)
  const weaknesses = weaknessesOf(flaw)
  const threats = threatsOf(flaw, ratings)
  const remediations = remediationsOf(bulletin, flaw, ratings, say)
  const credits = (flaw.acknowledgements ?? []).map((text) => ({ summary: say(text) }))
  return {
    ...(flaw.cve !== null && isNamed && { cve: flaw.cve }),
    ...weaknesses.cwe,
    ...((flaw.cve === null || !isNamed || flaw.id !== flaw.cve) && {
      ids: [{ system_name: 'HotFix Report', text: flaw.id }],
    }),
    title: say(flaw.title),
    notes: notesOf(flaw, weaknesses.rest, rest, say),
    ...statusesOf(ratings),
    ...(scores.length > 0 && { scores }),
    ...(threats.length > 0 && { threats }),
    ...(remediations.length > 0 && { remediations }),
    ...(credits.length > 0 && { acknowledgments: credits }),
    ...(flaw.references.length > 0 && {
      references: flaw.references.map(({ title, url }) => ({ category: 'external', summary: say(title), url })),
    }),
  }
}

const lists = {
  'under-investigation': 'under_investigation',
  'first-affected': 'first_affected',
  'last-affected': 'last_affected',
  'first-fixed': 'first_fixed',
  fixed: 'fixed',
  recommended: 'recommended',
} as const satisfies Record<ProductStatus, string>

const listOf = ({ rating, status }: RatedPlatforms) =>
  status === undefined ? (isAffected(rating) ? 'known_affected' : 'known_not_affected') : lists[status]

/** Every product in one list, and the labels of VEX for those that are not affected. */
function statusesOf(ratings: readonly RatedPlatforms[]) {
  const byList = Map.groupBy(ratings, listOf)
  const unaffected = byList.get('known_not_affected') ?? []
  const byReason = Map.groupBy(unaffected, ({ reason }) => reason)
  const flags = [...byReason].flatMap(([reason, each]) =>
    reason === undefined ? [] : [{ label: reason.replaceAll('-', '_'), product_ids: productsOf(each) }],
  )
  return {
    ...(byList.size > 0 && {
      product_status: Object.fromEntries([...byList].map(([list, each]) => [list, productsOf(each)])),
    }),
    ...(flags.length > 0 && { flags }),
  }
}

const productsOf = (ratings: readonly RatedPlatforms[]): PlatformId[] => ratings.flatMap(({ platforms }) => platforms)
