/** What the month says of a vulnerability whichever fix it is read for; read once, since many fixes share it. */
import type { Reference, Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Exploitability } from '../../contract/words.ts'
import { exploitabilities } from '../../contract/vocabulary.ts'
import { markdownOf } from '../html.ts'
import { httpUrl } from '../printed.ts'
import { withGoodAddresses } from './references.ts'
import type { PrintedNote, CvrfVulnerability } from './vulnerability-element.ts'

export type NoteFacts = Omit<OurVulnerability, 'impact' | 'ratings' | 'cvss' | 'scores'>

const assessments: Record<Exploitability, RegExp> = {
  detected: /\bdetected\b/i,
  'more-likely': /\bmore likely\b/i,
  'less-likely': /\bless likely\b/i,
  unlikely: /\bunlikely\b/i,
}

/** A printed assessment, `Exploitation More Likely`, in our words; null where it says none. */
const assessmentOf = (printed: string | undefined): Exploitability | null =>
  exploitabilities.find((word) => assessments[word].test(printed ?? '')) ?? null

/** What is said of attacks, at the time of publication. */
function readStatus(status: string): Pick<NoteFacts, 'exploit' | 'disclosure' | 'exploitability'> {
  const said = new Map(
    status.split(';').map((part) => {
      const at = part.indexOf(':')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const
    }),
  )
  const disclosed = said.get('Publicly Disclosed')
  const [latest, older] = [said.get('Latest Software Release'), said.get('Older Software Release')].map(assessmentOf)
  const service = said.get('DOS') ?? ''
  const denialOfService = /^(?:N\/A)?$/i.test(service) ? null : service
  return {
    // "Exploited: No" speaks of attacks; whether exploit code exists is not said.
    exploit: said.get('Exploited') === 'Yes' ? 'exploited' : 'unknown',
    disclosure: disclosed === 'Yes' ? 'public' : disclosed === 'No' ? 'private' : 'unknown',
    ...((latest || older || denialOfService) && {
      exploitability: {
        ...(latest && { latest }),
        ...(older && { older }),
        ...(denialOfService && { denialOfService }),
      },
    }),
  }
}

/** Several texts in HTML as one in Markdown; null where they say nothing. */
const proseOf = (texts: readonly string[]): string | null =>
  texts
    .map(markdownOf)
    .filter((text) => text !== null)
    .join('\n\n') || null

/** Titles of notes that have a field of their own. */
const actionTitle = 'Customer Action Required'
const recordTitle = 'NIST NVD Details'

function actionOf(notes: readonly PrintedNote[]): OurVulnerability['customerAction'] {
  const said = notes.find(({ title }) => title === actionTitle)?.text.toLowerCase()
  return said === 'yes' ? 'required' : said === 'no' ? 'not-required' : undefined
}

/** Notes without a field of their own: who has given out the number of the CVE, and what else there is. */
const otherNotes = (notes: readonly PrintedNote[]): NonNullable<OurVulnerability['notes']> =>
  notes.flatMap(({ type, title, text: printed }) => {
    if (['Description', 'FAQ', 'Tag'].includes(type) || title === actionTitle || title === recordTitle) return []
    const text = markdownOf(printed)
    if (text === null) return []
    const name = type === 'CNA' ? { ja: 'CVE 番号の発行元', en: 'Issuing CNA' } : title === '' ? null : { en: title }
    return [{ ...(name && { title: name }), text: { en: text } }]
  })

function creditOf({ name, url }: CvrfVulnerability['acknowledgements'][number]): string | null {
  const text = markdownOf(name)
  const address = httpUrl(url)
  return text === null || address === undefined ? text : `${text} (<${address}>)`
}

/** The page of the vulnerability, and its record elsewhere. */
const referencesOf = ({ id, notes }: CvrfVulnerability): Reference[] =>
  withGoodAddresses([
    {
      kind: 'cve',
      title: { en: id },
      url: `https://msrc.microsoft.com/update-guide/vulnerability/${encodeURIComponent(id)}`,
    },
    ...notes
      .filter(({ title }) => title === recordTitle)
      .map(({ text: url }): Reference => ({ kind: 'cve', title: { en: recordTitle }, url })),
  ])

/** The highest number of a revision: they are not always printed in order. */
const latestRevision = ({ revisions }: CvrfVulnerability): string | undefined =>
  revisions
    .map(({ number }) => number)
    .filter((number) => /^\d{1,6}\.\d{1,6}$/.test(number))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1)

const cvePattern = /^CVE-\d{4}-\d{4,}$/

export function saidOf(vulnerability: CvrfVulnerability): NoteFacts {
  const { id, title, notes, cwes, mitigations: printed, exploitStatus, acknowledgements: credits } = vulnerability
  const textsOf = (type: string) => notes.filter((note) => note.type === type).map(({ text }) => text)
  const [summary, faq, mitigations] = [textsOf('Description'), textsOf('FAQ'), printed].map(proseOf)
  const component = [...new Set(textsOf('Tag'))].filter((tag) => tag !== '').join(', ')
  const customerAction = actionOf(notes)
  const revision = latestRevision(vulnerability)
  const weaknesses = new Map(cwes.filter((cwe) => /^CWE-\d+$/.test(cwe.id)).map((cwe) => [cwe.id, cwe.name]))
  const acknowledgements = credits.map(creditOf).filter((credit) => credit !== null)
  const others = otherNotes(notes)
  return {
    id,
    cve: cvePattern.test(id) ? id : null,
    title: { en: title || id },
    ...(revision !== undefined && { revision }),
    ...readStatus(exploitStatus),
    ...(summary && { summary: { en: summary } }),
    ...(mitigations && { mitigations: { en: mitigations } }),
    ...(weaknesses.size > 0 && { cwes: Array.from(weaknesses, ([cwe, name]) => ({ id: cwe, ...(name && { name }) })) }),
    ...(component && { component }),
    ...(customerAction && { customerAction }),
    ...(faq && { faq: { en: faq } }),
    ...(acknowledgements.length > 0 && { acknowledgements: acknowledgements.map((en) => ({ en })) }),
    ...(others.length > 0 && { notes: others }),
    references: referencesOf(vulnerability),
  }
}
