/** The formats of chat programs as far as our messages use them, with their limits: anything else is refused. */
import * as z from 'zod'

const Plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.literal(false) })

const RichElement = z.union([
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(3000),
    style: z.strictObject({ bold: z.literal(true) }).optional(),
  }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url().max(3000),
    text: z.string().min(1).max(3000),
    style: z.strictObject({ bold: z.literal(true) }).optional(),
  }),
])

export const SlackMessage = z.strictObject({
  text: z.string().min(1).max(3000),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), text: Plain(150) }),
        z.strictObject({ type: z.literal('context'), elements: z.array(Plain(2000)).min(1).max(10) }),
        z.strictObject({
          type: z.literal('rich_text'),
          elements: z.tuple([
            z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(RichElement).min(1) }),
          ]),
        }),
      ]),
    )
    .min(1)
    .max(50),
})

const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), url: z.url() })

const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  weight: z.literal('Bolder').optional(),
  size: z.literal('Medium').optional(),
  isSubtle: z.literal(true).optional(),
  color: z.enum(['Attention', 'Warning', 'Good']).optional(),
  selectAction: OpenUrl.optional(),
})

export const TeamsMessage = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
        type: z.literal('AdaptiveCard'),
        version: z.literal('1.4'),
        lang: z.enum(['ja', 'en']),
        fallbackText: z.string().min(1),
        msteams: z.strictObject({ width: z.literal('Full') }),
        body: z
          .array(
            z.strictObject({
              type: z.literal('RichTextBlock'),
              inlines: z.array(TextRun).min(1),
              spacing: z.enum(['None', 'Medium']).optional(),
              separator: z.literal(true).optional(),
            }),
          )
          .min(1),
        actions: z.array(OpenUrl.extend({ title: z.string().min(1) })).max(6),
      }),
    }),
  ]),
})
