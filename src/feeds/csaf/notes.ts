/** The notes of an advisory and of its vulnerabilities: what is read where. */
import type { Bulletin, Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Text } from '../../contract/text.ts'
import { markdownOf } from '../html.ts'
import type { Advisory, CsafNote, Threat, CsafVulnerability } from './document.ts'
import type { Products } from './products.ts'
import { creditOf, inLanguageOf, underTitles } from './texts.ts'
import { proseOf } from './threats.ts'

type OurNotes = NonNullable<OurVulnerability['notes']>

const isToRead = ({ category }: CsafNote): boolean => category !== 'legal_disclaimer'

/** The notes of the document under their titles, and who is thanked. Legal notices are left out. */
export function analysisOf(advisory: Advisory): Pick<Bulletin, 'analysis'> {
  const { notes = [], acknowledgments = [], lang = 'en' } = advisory.document
  const credits = acknowledgments.flatMap((each) => creditOf(each) ?? [])
  const thanks = credits.map((text) => `- ${text}`).join('\n')
  const title = lang.toLowerCase().startsWith('ja') ? '謝辞' : 'Acknowledgments'
  const text = underTitles([
    ...notes.filter(isToRead),
    ...(thanks === '' ? [] : [{ category: 'other', title, text: thanks }]),
  ])
  return text === null ? {} : { analysis: inLanguageOf(advisory)(text) }
}

/** "Customer Action: Required. …", as Microsoft writes it for the document as a whole. */
export function customerActionOf({ document: { notes = [] } }: Advisory): Pick<OurVulnerability, 'customerAction'> {
  const text = notes.find(({ title }) => title === 'Customer Action')?.text ?? ''
  if (/^required\b/i.test(text)) return { customerAction: 'required' }
  return /^not required\b/i.test(text) ? { customerAction: 'not-required' } : {}
}

const threatTitles: Record<string, Text> = {
  impact: { ja: '影響', en: 'Impact' },
  exploit_status: { ja: '悪用の状況', en: 'Exploit status' },
  target_set: { ja: '標的', en: 'Targets' },
}

/** More names of products than a person reads. */
const maxNames = 12

/** The threats in prose, those that say the same once, with the products that they are for. */
function threatNotes(advisory: Advisory, products: Products, flaw: CsafVulnerability): OurNotes {
  const say = inLanguageOf(advisory)
  const alike = Map.groupBy(proseOf(flaw), ({ category, details }) => JSON.stringify([category, details]))
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    const text = first === undefined ? null : markdownOf(first.details)
    if (first === undefined || text === null) return []
    const title = threatTitles[first.category]
    const names = namesOf(products, same)
    return [{ ...(title && { title }), text: say(names === '' ? text : `**${names}**: ${text}`) }]
  })
}

function namesOf(products: Products, threats: readonly Threat[]): string {
  const ids = threats.flatMap((each) => products.named(each) ?? [])
  const names = [...new Set(ids.flatMap((id) => products.get(id)?.platform.label.en ?? []))]
  const more = names.length > maxNames ? [`+${names.length - maxNames}`] : []
  return [...names.slice(0, maxNames), ...more].join(', ')
}

/** What the notes of a vulnerability say: what it is, questions and answers, and the rest under titles of its own. */
export function notesOf(advisory: Advisory, products: Products, flaw: CsafVulnerability) {
  const say = inLanguageOf(advisory)
  const notes = (flaw.notes ?? []).filter(isToRead)
  const described = notes.filter(({ category }) => category === 'description' || category === 'summary')
  // The title of a text that describes the whole says no more than its place.
  const summary = underTitles(
    described.length === 1 ? described.map(({ category, text }) => ({ category, text })) : described,
  )
  const faq = underTitles(notes.filter(({ category }) => category === 'faq'))
  const others = notes.flatMap(({ category, title = '', text }) => {
    const written = ['description', 'summary', 'faq'].includes(category) ? null : markdownOf(text)
    return written === null ? [] : [{ ...(title.trim() !== '' && { title: say(title.trim()) }), text: say(written) }]
  })
  const all: OurNotes = [...others, ...threatNotes(advisory, products, flaw)]
  return {
    ...(summary !== null && { summary: say(summary) }),
    ...(faq !== null && { faq: say(faq) }),
    ...(all.length > 0 && { notes: all }),
  }
}
