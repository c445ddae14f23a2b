import type { Problem } from '../../../contract/problem.ts'

/** A request that is answered before or in place of its handler, since its body cannot be used. */
export class BodyRefused extends Error {
  readonly status: 400 | 408 | 413 | 415
  readonly problem: Problem
  constructor(status: BodyRefused['status'], problem: Problem) {
    super(problem.message)
    this.status = status
    this.problem = problem
  }
}

const kibibyte = 1024

export const tooLarge = (maxBytes: number) =>
  new BodyRefused(413, { code: 'too_large', message: `a body may have at most ${maxBytes / kibibyte} KiB here` })

export const invalidBody = (message: string) => new BodyRefused(400, { code: 'invalid', message })
