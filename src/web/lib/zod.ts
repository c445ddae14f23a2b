/**
 * zod as the pages load it: the small one, with the same schemas, a third of the size. It would compile parsers with
 * `new Function`, which the Content-Security-Policy forbids.
 */
import { config } from 'zod/mini'

config({ jitless: true })

export * from 'zod/mini'
