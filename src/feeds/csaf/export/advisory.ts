import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../../contract/platform.ts'
import type { Text } from '../../../contract/text.ts'
import type { Branch } from '../document.ts'
import { familyOf } from '../../../domain/platforms/platforms.ts'
import { withData } from './data-note.ts'
import { exportedNotes, type TextOf } from './notes.ts'
import { severityWords } from './threats.ts'
import { exportedVulnerability } from './vulnerabilities.ts'
import { platformListsIn } from '../../../domain/bulletin/ratings.ts'
import { byId } from '../../../domain/table/by-id.ts'

type Options = {
  language: 'ja' | 'en'
  /** Who gives the advisory out: an address. */
  namespace: string
  platforms: readonly Platform[]
}

/** The labels of CSAF 2.0 are those of TLP 1.0. What 2.0 limits further than AMBER must not be passed on as AMBER. */
const labels = { WHITE: 'WHITE', CLEAR: 'WHITE', GREEN: 'GREEN', AMBER: 'AMBER', 'AMBER+STRICT': 'RED', RED: 'RED' }

const distributionOf = ({ tlp }: Bulletin['source']) =>
  tlp === undefined
    ? {}
    : {
        distribution: {
          ...(labels[tlp] !== tlp && { text: `TLP:${tlp}` }),
          tlp: { label: labels[tlp] },
        },
      }

const moment = (day: string): string => `${day}T00:00:00Z`

const published: Text = { ja: '公開', en: 'Published' }

/** The revisions in order; the standard numbers them 1, 2, 3, whatever their publisher does. */
function historyOf({ revisions, publishedOn, revision }: Bulletin, say: TextOf) {
  const given = revisions.length > 0 ? revisions : [{ number: revision, on: publishedOn, summary: published }]
  return given
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ number, on, summary }, at) => ({
      date: moment(on),
      number: String(at + 1),
      legacy_version: number,
      summary: say(summary),
    }))
}

/** Products by vendor, where there is one on file, and family; a product goes by the id of its platform. */
function productTreeOf(ids: ReadonlySet<PlatformId>, platforms: readonly Platform[], say: TextOf) {
  const known = byId(platforms)
  const nameOf = (id: PlatformId) => {
    const platform = known.get(id)
    return platform === undefined ? id : say(platform.label)
  }
  const familiesOf = (products: readonly PlatformId[]) =>
    [...Map.groupBy(products, familyOf)].map(([family, members]) => ({
      category: 'product_family',
      name: known.get(members[0] ?? '')?.family ?? family,
      branches: members.map((id) => ({
        category: 'product_name',
        name: nameOf(id),
        product: { product_id: id, name: nameOf(id) },
      })),
    }))
  const branches = [...Map.groupBy(ids, (id) => known.get(id)?.vendor)].flatMap(([vendor, products]): Branch[] => {
    const families = familiesOf(products)
    return vendor === undefined ? families : [{ category: 'vendor', name: vendor, branches: families }]
  })
  return branches.length > 0 ? { branches } : null
}

/**
 * A bulletin as a CSAF 2.0 advisory in one language. It passes the schema and the mandatory tests of the standard; what
 * the standard has no field for is in notes, and they hold nothing that the bulletin does not say. The last note
 * holds the bulletin as data, so that it can be brought in again.
 */
export function advisoryOf(bulletin: Bulletin, { language, namespace, platforms }: Options): object {
  const say: TextOf = (text) => text[language] ?? text.ja ?? text.en ?? text.other?.text ?? ''
  const history = historyOf(bulletin, say)
  const cves = bulletin.vulnerabilities.map(({ cve }) => cve)
  const vulnerabilities = bulletin.vulnerabilities.map((flaw, at) =>
    exportedVulnerability(bulletin, flaw, cves.indexOf(flaw.cve) === at, say),
  )
  const ids = new Set([
    ...bulletin.platforms.map(({ platform }) => platform),
    ...[...platformListsIn(bulletin.vulnerabilities)].flat(),
  ])
  const productTree = productTreeOf(ids, platforms, say)
  const isAdvisory = vulnerabilities.length > 0 && vulnerabilities.every((flaw) => 'product_status' in flaw)
  const { id, source, severity } = bulletin
  const advisory = {
    document: {
      category: isAdvisory ? 'csaf_security_advisory' : 'csaf_base',
      csaf_version: '2.0',
      title: say(bulletin.title),
      lang: language,
      ...(severity !== null && { aggregate_severity: { text: severityWords[severity] } }),
      ...distributionOf(source),
      publisher: { category: 'other', name: 'HotFix Report', namespace },
      notes: exportedNotes(bulletin, say),
      ...(bulletin.references.length > 0 && {
        references: bulletin.references.map(({ title, url }) => ({ category: 'external', summary: say(title), url })),
      }),
      tracking: {
        id,
        ...(bulletin.kb.length > 0 && { aliases: [...new Set(bulletin.kb.map((kb) => `KB${kb}`))] }),
        status: source.status === 'draft' || source.status === 'interim' ? source.status : 'final',
        version: String(history.length),
        initial_release_date: moment(bulletin.publishedOn),
        current_release_date: moment(bulletin.updatedOn),
        revision_history: history,
      },
    },
    ...(productTree !== null && { product_tree: productTree }),
    ...(vulnerabilities.length > 0 && { vulnerabilities }),
  }
  return withData(advisory, { bulletin, platforms: [...platforms] })
}

/** The name that the standard gives to a file: the id in lower case, all else than letters, digits, `+` and `-` as `_`. */
export const fileNameOf = (id: string): string => `${id.toLowerCase().replaceAll(/[^+\-a-z0-9]+/g, '_')}.json`
