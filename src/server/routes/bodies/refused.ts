import { Refused } from '../../http/problem.ts'

const kibibyte = 1024

export const tooLarge = (maxBytes: number) =>
  new Refused(413, { code: 'too_large', message: `a body may have at most ${maxBytes / kibibyte} KiB here` })

export const invalidBody = (message: string) => new Refused(400, { code: 'invalid', message })
