import type { Context } from 'hono'
import { prepareText, sendReply } from '../http/reply.ts'

/** Answers with a calendar that is saved as a file; `of`: what its name tells, such as `plan_5`. */
export function sendCalendar(c: Context, calendar: string, of: string) {
  c.header('content-disposition', `attachment; filename="hotfix-report_${of}.ics"`)
  return sendReply(c, prepareText(calendar, 'text/calendar; charset=utf-8'))
}
