/**
 * Delivery to a workflow of Microsoft Teams ("When a Teams webhook request is received") as an Adaptive Card. Texts are in
 * `TextRun`, which reads no Markdown: what a document or a person wrote is shown as it is.
 */
import type { Letter, LetterLine, LetterSection, Tone } from '../../../words/letter.ts'
import type { Delivered, Target } from '../deliver.ts'
import { fittingBody } from './fitting.ts'
import { addressOf, footerOf, linksOf, type Message } from './parts.ts'
import { deliveredBy, type Answered, type Post } from './post.ts'

/** Teams takes 28 KB for a message. A card that a reader has to scroll is none, so ours have fewer lines. */
const limits = { lines: 15, bytes: 24_000, actions: 6 }

type Run = {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  size?: 'Medium'
  isSubtle?: true
  color?: 'Attention' | 'Warning' | 'Good'
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}

const run = (text: string, more: Partial<Run> = {}): Run => ({ type: 'TextRun', text, ...more })
const subtle = (text: string) => run(text, { isSubtle: true })
const paragraph = (inlines: readonly Run[], more: Record<string, unknown> = {}) => ({
  type: 'RichTextBlock',
  inlines,
  ...more,
})
const small = { spacing: 'None' }

const colours: Record<Tone, Partial<Run>> = {
  alarm: { color: 'Attention' },
  warning: { color: 'Warning' },
  good: { color: 'Good' },
  plain: {},
}

function lineBlocks({ mark, tone, severity, title, path, details, aside }: LetterLine, origin: string) {
  const link: Partial<Run> =
    path === null ? {} : { selectAction: { type: 'Action.OpenUrl', url: addressOf(path, origin) } }
  return [
    paragraph([
      ...(severity === null ? [] : [run(`[${severity}] `)]),
      ...(mark === '' ? [] : [run(`${mark}: `, { weight: 'Bolder', ...colours[tone] })]),
      run(title, { weight: 'Bolder', ...link }),
      ...(aside === '' ? [] : [run(` · ${aside}`)]),
    ]),
    ...details.map((detail) => paragraph([subtle(detail)], small)),
  ]
}

function sectionBlocks({ title, note, lines, figures, text }: LetterSection, origin: string) {
  const heading = [run(title, { weight: 'Bolder' }), ...(note === '' ? [] : [subtle(` ${note}`)])]
  return [
    ...(title === '' ? [] : [paragraph(heading, { separator: true, spacing: 'Medium' })]),
    ...lines.flatMap((line) => lineBlocks(line, origin)),
    ...figures.map(({ label, value }) => paragraph([subtle(`${label}: `), run(value)], small)),
    ...(text === '' ? [] : [paragraph([subtle(text)])]),
  ]
}

function teamsMessage(message: Message, letter: Letter) {
  const { masthead, headline, intro, sections } = letter
  const { why, links } = footerOf(message)
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          lang: letter.language,
          fallbackText: headline,
          msteams: { width: 'Full' },
          body: [
            ...(masthead === null ? [] : [paragraph([subtle(`${masthead.name} · ${masthead.note}`)])]),
            paragraph([run(headline, { weight: 'Bolder', size: 'Medium' })]),
            ...intro.map((each) => paragraph([subtle(each)], small)),
            ...sections.flatMap((section) => sectionBlocks(section, message.origin)),
            paragraph([subtle(why)], { separator: true }),
          ],
          actions: [...linksOf(message), ...links].slice(0, limits.actions).map(({ label, url }) => ({
            type: 'Action.OpenUrl',
            title: label,
            url,
          })),
        },
      },
    ],
  }
}

/** @internal */
export const teamsBody = (message: Message): string =>
  fittingBody(message.letter, limits, (letter) => JSON.stringify(teamsMessage(message, letter)))

/** A workflow that was deleted, by the words of its service. */
const isGone = ({ status, text }: Answered) => status === 404 && text.includes('WorkflowNotFound')

/** That Teams itself took it badly comes with status 200 and a text. */
const troubleIn = ({ text }: Answered): string | null => /HTTP error (\d{3})/.exec(text)?.[1] ?? null

function teamsDelivered(answer: Answered): Delivered {
  const delivered = deliveredBy(answer)
  if (isGone(answer)) return { outcome: 'gone', answer: `${delivered.answer}: the workflow is not there any more` }
  const trouble = troubleIn(answer)
  if (delivered.outcome !== 'sent' || trouble === null) return delivered
  return {
    outcome: 'retry',
    answer: `${delivered.answer}, but HTTP error ${trouble}`,
    ...(answer.retryAfter !== null && { retryAfter: answer.retryAfter }),
  }
}

export const postToTeams = async ({ address }: Target, message: Message, post: Post): Promise<Delivered> =>
  teamsDelivered(await post(address, teamsBody(message)))
