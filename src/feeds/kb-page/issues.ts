/** From an issue as it is written to its facts. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { Text } from '../../contract/text.ts'
import { markdownOf } from '../html.ts'
import { slug } from '../platforms/slug.ts'
import type { WrittenIssue } from './page.ts'
import { isProgressOnly, kbsIn, saysHelp, saysResolved, sentencesOf, progressIn } from './words.ts'

/** An issue without a title is named after the beginning of its symptom. */
const longestTitle = 120

const shortened = (text: string) =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1).trimEnd()}…`

/**
 * What a page says of an issue. A workaround is what it says under that word, or elsewhere to the same end, and not that
 * there is none, or that a fix is on its way.
 */
export function knownIssueOf(
  { title, parts }: WrittenIssue,
  { kb, url, language }: { kb: string; url: string; language: 'ja' | 'en' },
): KnownIssue | null {
  const text = (written: string): Text => ({ [language]: written })
  const markdown = (kind: 'symptom' | 'workaround' | 'resolution') => markdownOf(parts.get(kind)?.html() ?? '')
  const sentences = (kind: 'symptom' | 'workaround' | 'resolution') => sentencesOf(parts.get(kind)?.words() ?? '')
  const [symptom, workaround, resolution] = [markdown('symptom'), markdown('workaround'), markdown('resolution')]
  const name = title ?? shortened(sentences('symptom')[0] ?? '')
  if (name === '' || (symptom ?? workaround ?? resolution) === null) return null
  const ofHelp = [...sentences('workaround'), ...sentences('resolution')]
  const all = [...ofHelp, ...sentences('symptom')]
  const state = progressIn(all)
  const isHelp = sentences('workaround').some((each) => !isProgressOnly(each))
  const help = isHelp ? workaround : sentences('resolution').some(saysHelp) ? resolution : null
  const rest = [workaround, resolution].filter((each) => each !== null && each !== help).join('\n\n')
  const resolvedIn = kbsIn(all.filter(saysResolved).join(' ')).filter((each) => each !== kb)
  return {
    id: `KB${kb}-${slug(name, 60)}`,
    title: text(name),
    ...(symptom !== null && { symptom: text(symptom) }),
    platforms: [],
    references: [{ kind: 'kb', title: { en: `KB${kb}` }, url }],
    ...(help !== null && { workaround: { text: text(help), registry: [] } }),
    ...(state !== undefined && { state }),
    ...(resolvedIn.length > 0 && { resolvedIn: resolvedIn.map((each) => `KB${each}`) }),
    ...(rest !== '' && { resolution: text(rest) }),
  }
}
