import { yieldToEventLoop } from '../../yield-to-event-loop.ts'

/**
 * Rows page by page, however many there are; others have their turn in between.
 *
 * @param readAfter reads the next page by its key, in the order of the key
 * @param keyOf the key of the last row of a page, from which the next one goes on
 */
export async function* pagesAfter<Row, Key>(
  first: Key,
  readAfter: (last: Key) => Promise<Row[]>,
  keyOf: (end: Row) => Key,
): AsyncGenerator<Row[]> {
  for (let last = first; ;) {
    const page = await readAfter(last)
    const end = page.at(-1)
    if (end === undefined) return
    yield page
    await yieldToEventLoop()
    last = keyOf(end)
  }
}
