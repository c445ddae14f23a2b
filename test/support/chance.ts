/**
 * The chance of the chaos specs and benches: drawn from a seed, so that what failed can be tried again with the same
 * draws. What the machine does meanwhile, as the order in which writers are answered, stays its own.
 */
import { randomFrom } from '../bench/generate.ts'

/** Given by `--seed N` of `npm run chaos` and `npm run bench`, and another one each time without it. */
export const seed = Number((process.env['HOTFIX_SEED'] ??= String(Date.now() % 1_000_000)))

/** The next number from 0 up to, but not including, 1. */
export const chance = randomFrom(seed)

/** The next whole number from 0 up to, but not including, `limit`. */
export const below = (limit: number) => Math.floor(chance() * limit)

/** How often the specs do what they do, by `--times N` of `npm run chaos`: a night has time for more than a push. */
export const times = Number(process.env['HOTFIX_TIMES'] ?? 1)
