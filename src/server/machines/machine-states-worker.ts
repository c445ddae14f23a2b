/** The thread in which it is worked out what the fixes are for many machines. */
import { parentPort } from 'node:worker_threads'
import { fixIndexer } from '../../domain/fixes/candidates.ts'
import { alikeStates, type AlikeRules, type FixPlaces } from '../../domain/machines/alike.ts'
import type { PlacedFixes } from '../../domain/machines/fix-state.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { AnsweredApart, AskedApart } from './machine-states-apart.ts'

const indexer = fixIndexer()
let alike: AlikeRules | null = null
const lines = new Map<PlatformId, readonly PlacedFixes[]>()
const told = new Set<PlatformId | null>()

parentPort?.on('message', (asked: AskedApart) => {
  if ('fixes' in asked) {
    for (const facts of asked.fixes) indexer.add(facts)
    return
  }
  if ('product' in asked) {
    lines.set(asked.product, asked.lines)
    return
  }
  const rules = (alike ??= alikeStates(indexer.index(), (product) => lines.get(product) ?? []))
  const states = asked.profiles.map((profile) => rules.statesFor(profile))
  const news = new Set(asked.profiles.map(({ platform }) => platform)).difference(told)
  const platforms = Array.from(news, (platform): [PlatformId | null, FixPlaces] => [
    platform,
    rules.onPlatform(platform),
  ])
  for (const platform of news) told.add(platform)
  parentPort?.postMessage({ states, platforms } satisfies AnsweredApart)
})
