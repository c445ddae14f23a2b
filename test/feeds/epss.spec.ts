import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, scoresIn } from '../../src/domain/vulnerability/epss.ts'
import { importEpss } from '../../src/feeds/epss/import.ts'
import { readAnyDocument } from '../../src/server/imports/read-document.ts'

const bytesOf = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)
const scores = (text: Uint8Array, name?: string) => {
  const { document, list, blocks, problems } = importEpss(text, name)
  return { document, list, problems, scores: blocks.flatMap((block) => [...scoresIn(block)]) }
}

const above = '#model_version:v2031.03.14,score_date:2031-05-17T12:55:00Z'
const head = 'cve,epss,percentile'

describe('a list of EPSS', () => {
  it('of today has its day and model in the first line', () => {
    expect(scores(bytesOf(above, head, 'CVE-2031-0001,0.0119,0.79', 'CVE-2030-12345,1,1.0'))).toEqual({
      document: { key: 'epss', order: [{ moment: '2031-05-17T12:55:00Z' }] },
      list: { on: '2031-05-17', model: 'v2031.03.14', count: 2 },
      problems: [],
      scores: [
        ['CVE-2031-0001', 0.0119, 0.79],
        ['CVE-2030-12345', 1, 1],
      ],
    })
  })

  it('of 2021 has its day in its name alone, and at first no percentile', () => {
    const name = 'https://epss.example/epss_scores-2021-04-14.csv.gz'
    expect(scores(bytesOf('cve,epss', 'CVE-2020-5902,0.65'), name)).toMatchObject({
      document: { key: 'epss', order: [{ moment: '2021-04-14' }] },
      list: { on: '2021-04-14', model: null, count: 1 },
      scores: [['CVE-2020-5902', 0.65, null]],
    })
  })

  it.each([
    ['of a year', bytesOf('CVE-2017-9998;0.020180000;0.792560000', 'CVE-2017-0001;0.5;0.9'), 'epss 2017'],
    ['of several', bytesOf('CVE-2017-9998;0.02;0.79', 'CVE-2016-1000;0.5;0.9'), 'epss 2016-2017'],
    ['of a day that nobody names', bytesOf(head, 'CVE-2017-9998,0.02,0.79'), 'epss 2017'],
  ])('%s is a document of its own, older than any list with a day', (_, text, key) => {
    const { document, list } = scores(text, 'CVE_2017_EPSS.csv')
    expect(document).toEqual({ key, order: [] })
    expect(list).toMatchObject({ on: null, model: null })
  })

  it.each([
    ['line 3', ['CVE-2031-0001,much,0.5']],
    ['line 3', ['CVE-2031-0001,1.1,0.5']],
    ['line 4', ['CVE-2031-0001,0.1,0.5', 'CVE-2031-0001,0.2,0.5']],
    ['line 4', ['CVE-2031-0001,0.1,0.5', 'CVE-2031-00']],
    ['document', []],
  ])('is refused whole for a fault, with its place: %s', (place, lines) => {
    const { document, problems, scores: read } = scores(bytesOf(above, head, ...lines))
    expect(problems.map((problem) => problem.place)).toEqual([place])
    expect([document, read]).toEqual([null, []])
  })

  it('is known by its content, plain or compressed, whole or not at all', async () => {
    const plain = bytesOf(above, head, 'CVE-2031-0001,0.0119,0.79')
    const zipped = gzipSync(plain)
    const read = (bytes: Uint8Array) => readAnyDocument(bytes, { keepGoing: false })
    expect(await read(plain)).toMatchObject({ kind: 'epss', epss: { count: 1 }, problems: [] })
    expect(await read(zipped)).toMatchObject({ kind: 'epss', epss: { count: 1 }, problems: [] })
    const broken = await read(zipped.subarray(0, -12))
    expect(broken).toMatchObject({ epss: null, epssBlocks: [], problems: [{ place: 'document' }] })
  })

  it('gives back every score that it has, whatever the numbers', () => {
    const probability = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100_000)
    const row = fc.record({
      cve: fc
        .tuple(fc.integer({ min: 1999, max: 2031 }), fc.integer({ min: 1, max: 1_000_000 }))
        .map(([year, digits]) => `CVE-${year}-${String(digits).padStart(4, '0')}`),
      score: probability,
      percentile: probability,
    })
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ cve }) => cve, minLength: 1 }), (rows) => {
        const lines = rows.map(({ cve, score, percentile }) => `${cve},${score},${percentile}`)
        const { blocks, problems } = importEpss(bytesOf(above, head, ...lines))
        expect(problems).toEqual([])
        for (const { cve, score, percentile } of rows) {
          const { block, number } = placeOf(cve)
          const own = blocks.find((each) => each.block === block)
          expect(own && [...scoresIn(own, (each) => each === number)]).toEqual([[cve, score, percentile]])
        }
      }),
    )
  })
})
