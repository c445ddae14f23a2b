/**
 * Delivery to an incoming webhook of Slack. All that a document or a person wrote is in elements whose text is taken as it
 * is (`rich_text`, `plain_text`): nothing in it calls people, and nothing is a link or a style.
 */
import type { Letter, LetterLine, LetterSection } from '../../../words/letter.ts'
import { plainLine } from '../../../words/plain-line.ts'
import type { Delivered, Target } from '../deliver.ts'
import { fittingBody } from './fitting.ts'
import { addressOf, footerOf, linksOf, type Message } from './parts.ts'
import { deliveredBy, type Answered, type Post } from './post.ts'

/** Slack takes 150 characters in a header and 50 blocks. A message that a reader has to scroll is none, so ours are shorter. */
const limits = { header: 150, lines: 20, bytes: 30_000 }

type Element =
  | { type: 'text'; text: string; style?: { bold: true } }
  | { type: 'link'; url: string; text: string; style?: { bold: true } }

const text = (words: string): Element => ({ type: 'text', text: words })
const bold = (words: string): Element => ({ type: 'text', text: words, style: { bold: true } })
const richText = (elements: readonly Element[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const plainText = (words: string) => ({ type: 'plain_text', text: words, emoji: false })
const context = (words: string) => ({ type: 'context', elements: [plainText(words)] })

function lineElements({ mark, severity, title, path, details, aside }: LetterLine, origin: string): Element[] {
  return [
    ...(severity === null ? [] : [text(`[${severity}] `)]),
    ...(mark === '' ? [] : [bold(`${mark}: `)]),
    path === null ? bold(title) : { type: 'link', url: addressOf(path, origin), text: title, style: { bold: true } },
    ...[aside === '' ? '' : ` · ${aside}`, ...details.map((detail) => `\n${detail}`), '\n']
      .filter((part) => part !== '')
      .map(text),
  ]
}

function sectionBlocks({ title, note, lines, figures, text: said }: LetterSection, origin: string) {
  const elements = [
    ...(title === '' ? [] : [bold(title), text(`${note === '' ? '' : ` ${note}`}\n`)]),
    ...lines.flatMap((line) => lineElements(line, origin)),
    ...figures.map(({ label, value }) => text(`${label}: ${value}\n`)),
    ...(said === '' ? [] : [text(said)]),
  ]
  return elements.length === 0 ? [] : [richText(elements)]
}

/** What notifications and screen readers get is read as mrkdwn: in it `<!channel>` would call everybody. */
const inMrkdwn = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function slackMessage(message: Message, letter: Letter) {
  const { masthead, headline, intro, sections } = letter
  const { why, links } = footerOf(message)
  const all = [...linksOf(message), ...links]
  return {
    text: inMrkdwn(headline),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      ...(masthead === null ? [] : [context(`${masthead.name} · ${masthead.note}`)]),
      { type: 'header', text: plainText(plainLine(headline, limits.header)) },
      ...intro.map(context),
      ...sections.flatMap((section) => sectionBlocks(section, message.origin)),
      ...(all.length === 0
        ? []
        : [
            richText(
              all.flatMap(({ label, url }, at): Element[] => [
                ...(at === 0 ? [] : [text(' · ')]),
                { type: 'link', url, text: label },
              ]),
            ),
          ]),
      context(why),
    ],
  }
}

/** @internal */
export const slackBody = (message: Message): string =>
  fittingBody(message.letter, limits, (letter) => JSON.stringify(slackMessage(message, letter)))

/** Errors are a word: `channel_is_archived`. What else comes is of something on the way, such as a proxy. */
const isWord = (answer: string) => /^[a-z][a-z_]{1,60}$/.test(answer)

/** That the webhook or its channel is not there any more, and that it takes nothing of ours. */
const gone = new Set([
  'channel_is_archived',
  'channel_not_found',
  'no_service',
  'no_service_id',
  'no_active_hooks',
  'no_team',
  'team_disabled',
])
const refused = new Set(['action_prohibited', 'posting_to_general_channel_denied', 'invalid_token'])

function slackDelivered(answer: Answered): Delivered {
  const said = answer.text.trim()
  const word = isWord(said) && said !== 'ok' ? said : ''
  const delivered = deliveredBy(answer, word)
  if (gone.has(word) && answer.status >= 400) return { outcome: 'gone', answer: delivered.answer }
  if (refused.has(word) && answer.status >= 400) return { outcome: 'refused', answer: delivered.answer }
  // A page in place of `ok` is of something on the way.
  if (delivered.outcome === 'sent' && said.startsWith('<')) return { outcome: 'retry', answer: 'not answered by Slack' }
  return delivered
}

export const postToSlack = async ({ address }: Target, message: Message, post: Post): Promise<Delivered> =>
  slackDelivered(await post(address, slackBody(message)))
