/** Small documents of the shape that Microsoft publishes, for tests. */

type Remediation = {
  type?: string
  label?: string
  products: readonly string[]
  subType?: string
  restart?: string
  supersedes?: string
  url?: string
  fixedBuild?: string
}

export type Flaw = {
  cve: string
  title?: string
  description?: string
  /** Severity by product id; an empty one is blank. */
  severities: Record<string, string>
  impact?: string
  exploitStatus?: string
  remediations?: readonly Remediation[]
  /** Days, or moments, and what is said of them in HTML: `2026-11-12 <p>Updated.</p>`. */
  revisions?: readonly string[]
  /** Besides the description: type, title and text, which may be HTML. */
  notes?: readonly (readonly [type: string, title: string, text: string])[]
  cwes?: Readonly<Record<string, string>>
  acknowledgements?: readonly { name: string; url?: string }[]
  scores?: readonly { base: string; temporal?: string; vector: string; products: readonly string[] }[]
}

export type Month = {
  id?: string
  /** The elements that say whose document it is; else Microsoft's. */
  publisher?: string
  published?: string
  updated?: string
  /** Names by product id. */
  products: Record<string, string>
  flaws: readonly Flaw[]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<vuln:${name}>${escaped(text)}</vuln:${name}>`
const productIds = (ids: readonly string[]) => ids.map((id) => tag('ProductID', id)).join('')

const threat = (type: string, text: string, ids: readonly string[]) =>
  `<vuln:Threat Type="${type}">${tag('Description', text)}${productIds(ids)}</vuln:Threat>`

const remediation = (each: Remediation) =>
  `<vuln:Remediation Type="${each.type ?? 'Vendor Fix'}">
    ${tag('Description', each.label ?? '')}${tag('URL', each.url ?? '')}${tag('Supercedence', each.supersedes)}
    ${productIds(each.products)}${tag('RestartRequired', each.restart)}${tag('SubType', each.subType)}
    ${tag('FixedBuild', each.fixedBuild)}
  </vuln:Remediation>`

const flaw = (each: Flaw) => {
  const products = Object.keys(each.severities)
  return `<vuln:Vulnerability Ordinal="1">
    ${tag('Title', each.title ?? each.cve)}
    <vuln:Notes>${[['Description', 'Description', each.description ?? ''] as const, ...(each.notes ?? [])]
      .map(([type, title, text]) => `<vuln:Note Title="${title}" Type="${type}">${escaped(text)}</vuln:Note>`)
      .join('')}</vuln:Notes>
    ${Object.entries(each.cwes ?? {})
      .map(([id, name]) => `<vuln:CWE ID="${id}">${escaped(name)}</vuln:CWE>`)
      .join('')}
    ${tag('CVE', each.cve)}
    <vuln:ProductStatuses><vuln:Status Type="Known Affected">${productIds(products)}</vuln:Status></vuln:ProductStatuses>
    <vuln:Threats>
      ${products.map((id) => threat('Impact', each.impact ?? 'Remote Code Execution', [id])).join('')}
      ${Object.entries(each.severities)
        .map(([id, severity]) => threat('Severity', severity, [id]))
        .join('')}
      ${threat('Exploit Status', each.exploitStatus ?? 'Publicly Disclosed:No;Exploited:No', [])}
    </vuln:Threats>
    <vuln:CVSSScoreSets>${(each.scores ?? [])
      .map(
        ({ base, temporal, vector, products: ids }) =>
          `<vuln:ScoreSet>${tag('BaseScore', base)}${tag('TemporalScore', temporal)}${tag('Vector', vector)}${productIds(ids)}</vuln:ScoreSet>`,
      )
      .join('')}</vuln:CVSSScoreSets>
    <vuln:Acknowledgments>${(each.acknowledgements ?? [])
      .map(({ name, url = '' }) => `<vuln:Acknowledgment>${tag('Name', name)}${tag('URL', url)}</vuln:Acknowledgment>`)
      .join('')}</vuln:Acknowledgments>
    <vuln:Remediations>${(each.remediations ?? []).map(remediation).join('')}</vuln:Remediations>
    <vuln:RevisionHistory>${(each.revisions ?? [])
      .map((each) => {
        const [, number = '1.0', day = '', text = ''] = /^(?:(\d+\.\d+) )?(\S+) ?(.*)$/.exec(each) ?? []
        const moment = day.includes('T') ? day : `${day}T07:00:00`
        return `<vuln:Revision>
            <cvrf:Number>${number}</cvrf:Number><cvrf:Date>${moment}</cvrf:Date>
            <cvrf:Description>${escaped(text)}</cvrf:Description>
          </vuln:Revision>`
      })
      .join('')}</vuln:RevisionHistory>
  </vuln:Vulnerability>`
}

const head =
  'xmlns:cvrf="http://www.icasi.org/CVRF/schema/cvrf/1.1" xmlns:prod="http://www.icasi.org/CVRF/schema/prod/1.1" ' +
  'xmlns:vuln="http://www.icasi.org/CVRF/schema/vuln/1.1"'

export const cvrfText = ({
  id = '2026-Nov',
  publisher,
  published = '2026-11-10',
  updated = published,
  products,
  flaws,
}: Month) =>
  `<?xml version="1.0" encoding="utf-8"?>
<cvrf:cvrfdoc ${head}>
  <cvrf:DocumentPublisher Type="Vendor">
    ${publisher ?? '<cvrf:ContactDetails>secure@microsoft.com</cvrf:ContactDetails>'}
  </cvrf:DocumentPublisher>
  <cvrf:DocumentTracking>
    <cvrf:Identification><cvrf:ID>${id}</cvrf:ID></cvrf:Identification>
    <cvrf:InitialReleaseDate>${published}T07:00:00Z</cvrf:InitialReleaseDate>
    <cvrf:CurrentReleaseDate>${updated}T07:00:00</cvrf:CurrentReleaseDate>
  </cvrf:DocumentTracking>
  <prod:ProductTree><prod:Branch Type="Vendor" Name="Microsoft"><prod:Branch Type="Product Family" Name="Windows">
    ${Object.entries(products)
      .map(([product, name]) => `<prod:FullProductName ProductID="${product}">${escaped(name)}</prod:FullProductName>`)
      .join('')}
  </prod:Branch></prod:Branch></prod:ProductTree>
  ${flaws.map(flaw).join('\n')}
</cvrf:cvrfdoc>`

export const cvrf = (month: Month): Uint8Array<ArrayBuffer> => new TextEncoder().encode(cvrfText(month))
