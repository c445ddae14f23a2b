/** Who is named in a text. */
import * as z from 'zod'

/** A person or a team that a text names by `@`, as they were known when it was written. */
export const Mention = z.object({ kind: z.enum(['person', 'team']), name: z.string() })
export type Mention = z.infer<typeof Mention>

/** What was said when a bulletin was handed over, and whom that names: who has it now first. */
export const Handover = z.object({ text: z.string(), mentions: z.array(Mention) })
export type Handover = z.infer<typeof Handover>
