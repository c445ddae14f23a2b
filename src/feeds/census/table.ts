/**
 * Where everything that documents say is kept and shown, or why it is not. A path is looked up from the top, and the
 * first pattern that fits counts: `*` is any part between slashes, `**` any number of them.
 */
export type CensusKind = 'msrc-cvrf' | 'csaf' | 'kev'

type Rule = readonly [pattern: string, place: string]

const not = (reason: string): string => `not kept: ${reason}`

const order = not('where it is in the list says as much')
const audience = not('all readers are one here')

const cvrf: readonly Rule[] = [
  ['/DocumentTitle', not('the month says as much, in both languages')],
  ['/DocumentType', not('it is always that of a monthly document')],
  ['/DocumentPublisher**', 'refuses any publisher but Microsoft'],
  ['/DocumentTracking/Identification/ID', 'source.document; title; release notes link'],
  ['/DocumentTracking/Identification/Alias', not('it is the ID again')],
  ['/DocumentTracking/Status', not('every document at hand says Final')],
  ['/DocumentTracking/Version', not('every document at hand says 1.0')],
  ['/DocumentTracking/InitialReleaseDate', 'publishedOn: card, page, filter'],
  ['/DocumentTracking/CurrentReleaseDate', 'which of two versions is newer'],
  [
    '/DocumentTracking/RevisionHistory/**',
    not('one entry that runs backwards at times; the revisions of the vulnerabilities count'),
  ],
  ['/DocumentNotes/Note[Details]', not('a page of links to the whole month; the release notes are linked')],
  ['/DocumentNotes/Note[Legal Disclaimer]', not('it is about the document, not the fix')],
  ['/DocumentNotes/**', audience],
  ['/ProductTree/Branch[*]/Branch[*]/FullProductName', 'platform label, family, version, variant'],
  ['/ProductTree/Branch[*]/Branch[*]/FullProductName@ProductID', 'joins products with what is said of them'],
  ['/ProductTree/Branch**', 'formerIds: ids used to begin with the branch'],
  ['/ProductTree/FullProductName@CPE', not('no product is found by it here yet')],
  ['/ProductTree/FullProductName**', not('the tree says it again')],
  ['/Vulnerability@Ordinal', order],
  ['/Vulnerability/Title', 'vulnerabilities.title: page, search, matrix'],
  ['/Vulnerability/CVE', 'vulnerabilities.id, cve: everywhere'],
  ['/Vulnerability/CWE**', 'vulnerabilities.cwes: page'],
  ['/Vulnerability/Notes/Note[*]@Ordinal', order],
  ['/Vulnerability/Notes/Note[*]@Title', 'tells what the note is'],
  ['/Vulnerability/Notes/Note[Description]', 'vulnerabilities.summary: page'],
  ['/Vulnerability/Notes/Note[FAQ]', 'vulnerabilities.faq: page'],
  ['/Vulnerability/Notes/Note[Tag]', 'vulnerabilities.component: page'],
  ['/Vulnerability/Notes/Note[CNA]', 'vulnerabilities.notes: page'],
  ['/Vulnerability/Notes/Note[Other]', 'vulnerabilities.customerAction, references: page'],
  ['/Vulnerability/ProductStatuses/Status[Known Affected]/ProductID', 'vulnerabilities.ratings: matrix, page, filter'],
  ['/Vulnerability/Threats/Threat[Impact]/**', 'vulnerabilities.impact: card, page, filter'],
  ['/Vulnerability/Threats/Threat[Severity]/**', 'vulnerabilities.ratings: matrix, page, filter'],
  [
    '/Vulnerability/Threats/Threat[Exploit Status]/**',
    'vulnerabilities.exploit, disclosure, exploitability: card, page, filter',
  ],
  ['/Vulnerability/CVSSScoreSets/ScoreSet/**', 'vulnerabilities.cvss, scores: page'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/Description', 'kb, id, packages.name'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/SubType', 'packages.name; title'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/URL', 'packages.url: Downloads'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/ProductID', 'packages.platforms'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/FixedBuild', 'packages.fixedBuild; verification'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/RestartRequired', 'restart; platforms.note'],
  ['/Vulnerability/Remediations/Remediation[Vendor Fix]/Supercedence', 'supersedes; packages.supersedes'],
  [
    '/Vulnerability/Remediations/Remediation[*]/AffectedFiles**',
    not('names of downloads without version or size, in three documents'),
  ],
  ['/Vulnerability/Remediations/Remediation[Known Issue]/**', 'knownIssues: page, tests, go or no-go'],
  ['/Vulnerability/Remediations/Remediation[Release Notes]/SubType', 'which fix the page is about'],
  ['/Vulnerability/Remediations/Remediation[Release Notes]/**', 'references: page'],
  ['/Vulnerability/Remediations/Remediation[Mitigation]/**', 'vulnerabilities.mitigations: page'],
  ['/Vulnerability/Remediations/Remediation[Workaround]/**', 'vulnerabilities.mitigations: page'],
  ['/Vulnerability/Acknowledgments/Acknowledgment/**', 'vulnerabilities.acknowledgements: page'],
  ['/Vulnerability/RevisionHistory/Revision/Date', 'revisions; updatedOn; which of two versions is newer'],
  ['/Vulnerability/RevisionHistory/Revision/Number', 'vulnerabilities.revision'],
  ['/Vulnerability/RevisionHistory/Revision/Description', 'revisions: page'],
  ['/Vulnerability/*', not('it is empty')],
]

const csaf: readonly Rule[] = [
  ['/$schema', not('the version says as much')],
  ['**/x_extensions/**', not('what an extension means only its maker knows')],
  ['/document/acknowledgments/**', 'analysis, under its own title: page'],
  ['/document/aggregate_severity/text', 'severity, where products have none of their own'],
  ['/document/aggregate_severity/namespace', not('which scale it is is read from the word')],
  ['/document/category', 'source.status: withdrawn and superseded documents'],
  ['/document/csaf_version', 'by which version of the standard it is judged'],
  ['/document/distribution/tlp/label', 'source.tlp: card, page, CSV, Atom, CSAF'],
  ['/document/distribution/sharing_group/**', 'analysis: page'],
  ['/document/distribution/**', not('the label says whom it may be passed on to')],
  ['/document/license_expression', not('it is about the document, not the fix')],
  ['/document/lang', 'the language of every text'],
  ['/document/source_lang', not('the text at hand is what is read')],
  ['/document/notes/*[legal_disclaimer]/**', not('it is about the document, not the fix')],
  ['/document/notes/**', 'analysis, each text under its title: page'],
  ['/document/publisher/name', 'source.document: page'],
  ['/document/publisher/namespace', 'source.namespace: tells documents of one id apart'],
  ['/document/publisher/category', 'whose product it is, where the tree names no vendor'],
  ['/document/publisher/**', not('the publisher is named and linked')],
  ['/document/references/**', 'references: page'],
  ['/document/title', 'title: everywhere'],
  ['/document/tracking/id', 'id; source.trackingId'],
  ['/document/tracking/aliases/*', not('the bulletin is found by its id, its KBs and its CVEs')],
  ['/document/tracking/initial_release_date', 'publishedOn: card, page, filter'],
  ['/document/tracking/current_release_date', 'updatedOn; source.releasedAt; which of two versions is newer'],
  ['/document/tracking/version', 'revision; source.version; which of two versions is newer'],
  ['/document/tracking/status', 'source.status: card, page, CSV, Atom'],
  ['/document/tracking/revision_history/**', 'revisions: page'],
  ['/document/tracking/generator/**', not('with what it was written says nothing of the fix')],
  ['/product_tree/**/product_identification_helper/**', not('no product is found by it here yet')],
  ['/product_tree/branches/**', 'platform vendor, family, version or range, variant, label'],
  ['/product_tree/full_product_names/**', 'platform label, family, version'],
  ['/product_tree/product_groups/*/summary', not('the products of the group are named')],
  ['/product_tree/product_groups/**', 'the products that a remedy, a flag or a threat is for'],
  ['/product_tree/relationships/**', 'the platform, and the package on it'],
  ['/product_tree/product_paths/**', 'the platform, and the package on it'],
  ['/vulnerabilities/*/acknowledgments/**', 'vulnerabilities.acknowledgements: page'],
  ['/vulnerabilities/*/cve', 'vulnerabilities.id, cve: everywhere'],
  ['/vulnerabilities/*/cwe/**', 'vulnerabilities.cwes: page'],
  ['/vulnerabilities/*/cwes/*/version', not('the id means the same in each')],
  ['/vulnerabilities/*/cwes/**', 'vulnerabilities.cwes: page'],
  ['/vulnerabilities/*/ids/*/system_name', not('whose number it is, its text tells')],
  ['/vulnerabilities/*/ids/*/text', 'vulnerabilities.id, where there is no CVE'],
  ['/vulnerabilities/*/ids/**', not('the vulnerability says which products it is on')],
  ['/vulnerabilities/*/involvements/**', not('who has talked to whom says nothing of the fix')],
  ['/vulnerabilities/*/title', 'vulnerabilities.title: page, search, matrix'],
  ['/vulnerabilities/*/notes/*[legal_disclaimer]/**', not('it is about the document, not the fix')],
  ['/vulnerabilities/*/notes/*[faq]/**', 'vulnerabilities.faq: page'],
  ['/vulnerabilities/*/notes/*[description]/**', 'vulnerabilities.summary: page'],
  ['/vulnerabilities/*/notes/*[summary]/**', 'vulnerabilities.summary: page'],
  ['/vulnerabilities/*/notes/**', 'vulnerabilities.notes: page'],
  ['/vulnerabilities/*/product_status/**', 'vulnerabilities.ratings, with the status: matrix, page, filter'],
  ['/vulnerabilities/*/flags/*/date', not('the version of the document says since when')],
  ['/vulnerabilities/*/flags/**', 'vulnerabilities.ratings.reason: page'],
  ['/vulnerabilities/*/references/**', 'vulnerabilities.references: page'],
  ['/vulnerabilities/*/remediations/*[*]/entitlements/*', not('what one has bought is not known here')],
  ['/vulnerabilities/*/remediations/*[*]/restart_required/**', 'restart; remedies.restart'],
  ['/vulnerabilities/*/remediations/**', 'packages, remedies, kb: page'],
  ['/vulnerabilities/*/scores/*/cvss_*/vectorString', 'vulnerabilities.cvss, scores: page'],
  ['/vulnerabilities/*/scores/*/cvss_*/version', 'vulnerabilities.cvss, scores: page'],
  ['/vulnerabilities/*/scores/*/cvss_*/baseScore', 'vulnerabilities.cvss, scores: page'],
  ['/vulnerabilities/*/scores/*/cvss_*/baseSeverity', 'vulnerabilities.ratings, where the publisher rates no product'],
  ['/vulnerabilities/*/scores/*/cvss_*/temporalScore', 'vulnerabilities.scores.temporal: page'],
  ['/vulnerabilities/*/scores/*/cvss_*/*', not('the vector says it')],
  ['/vulnerabilities/*/scores/*/products/*', 'vulnerabilities.scores.platforms: page'],
  ['/vulnerabilities/*/metrics/*/content/cvss_*/vectorString', 'vulnerabilities.cvss, scores: page'],
  ['/vulnerabilities/*/metrics/*/content/cvss_*/version', 'vulnerabilities.cvss, scores: page'],
  ['/vulnerabilities/*/metrics/*/content/cvss_*/baseScore', 'vulnerabilities.cvss, scores: page'],
  [
    '/vulnerabilities/*/metrics/*/content/cvss_*/baseSeverity',
    'vulnerabilities.ratings, where the publisher rates no product',
  ],
  ['/vulnerabilities/*/metrics/*/content/cvss_*/*', not('the vector says it')],
  ['/vulnerabilities/*/metrics/*/content/epss/**', 'vulnerabilities.notes: page'],
  ['/vulnerabilities/*/metrics/*/content/ssvc_v2/**', 'vulnerabilities.notes: page'],
  ['/vulnerabilities/*/metrics/*/content/qualitative_severity_rating', 'vulnerabilities.ratings: matrix, page, filter'],
  ['/vulnerabilities/*/metrics/*/products/*', 'vulnerabilities.scores.platforms: page'],
  ['/vulnerabilities/*/metrics/*/source', not('the document is the source here')],
  ['/vulnerabilities/*/threats/*[*]/date', not('the version of the document says since when')],
  ['/vulnerabilities/*/threats/*[impact]/**', 'vulnerabilities.impact, ratings, notes: card, page, filter'],
  [
    '/vulnerabilities/*/threats/*[exploit_status]/**',
    'vulnerabilities.exploit, disclosure, exploitability, notes: card, page, filter',
  ],
  ['/vulnerabilities/*/threats/**', 'vulnerabilities.notes: page'],
  ['/vulnerabilities/*/first_known_exploitation_dates/**', 'vulnerabilities.exploit, notes: card, page, filter'],
  ['/vulnerabilities/*/discovery_date', not('when it was found says nothing of the fix')],
  ['/vulnerabilities/*/release_date', not('the document says when it was published')],
  ['/vulnerabilities/*/disclosure_date', 'vulnerabilities.notes: page'],
]

const kev: readonly Rule[] = [
  ['/catalogVersion', 'which of two catalogues is newer'],
  ['/dateReleased', 'which of two catalogues is newer'],
  ['/count', not('it is the number of entries')],
  ['/title', not('there is one such catalogue')],
  ['/vulnerabilities/*/cveID', 'joins the entry with vulnerabilities'],
  ['/vulnerabilities/*/dateAdded', 'urgency.why; reference to the catalogue: page'],
  ['/vulnerabilities/*/dueDate', 'vulnerabilities.knownExploited: page'],
  ['/vulnerabilities/*/requiredAction', 'vulnerabilities.knownExploited: page'],
  ['/vulnerabilities/*/knownRansomwareCampaignUse', 'urgency.why; reference to the catalogue: page'],
  ['/vulnerabilities/*/cwes/*', not('the publisher of the fix names them')],
  ['/vulnerabilities/*/notes', not('links that the entry in the catalogue has')],
  ['/vulnerabilities/*/*', not('the bulletin names product and vulnerability itself')],
]

const tables: Record<CensusKind, readonly Rule[]> = { 'msrc-cvrf': cvrf, csaf, kev }

function asPattern(pattern: string): RegExp {
  const parts = pattern
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[.$[\]\\^|()+?{}]/g, String.raw`\$&`),
    )
  return new RegExp(`^${parts.join('')}$`)
}

const compiled = Object.fromEntries(
  Object.entries(tables).map(([kind, rules]) => [
    kind,
    rules.map(([pattern, place]) => [asPattern(pattern), place] as const),
  ]),
) as Record<CensusKind, (readonly [RegExp, string])[]>

/** Where what is at a path is kept and shown, or why it is not; null for a path that is not listed. */
export const censusPlace = (kind: CensusKind, path: string): string | null =>
  compiled[kind].find(([pattern]) => pattern.test(path))?.[1] ?? null
