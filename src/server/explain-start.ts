/** Why the server cannot start, in one sentence that says what to do. */
import { errorCode, errorMessage } from './error-text.ts'

/** By the code of the error of the system, with what was set. */
const sentences: Readonly<Record<string, (set: { PORT: string; HOST: string; DATA_DIR: string }) => string>> = {
  EADDRINUSE: ({ PORT }) => `port ${PORT} is in use; stop what uses it, or set PORT to another`,
  EACCES: ({ PORT, DATA_DIR }) =>
    `this user may not listen on port ${PORT}, or not write to ${DATA_DIR}; set PORT or DATA_DIR to what it may use`,
  EADDRNOTAVAIL: ({ HOST }) => `${HOST} is no address of this machine; set HOST to one that is`,
  ENOTFOUND: ({ HOST }) => `no machine has the name ${HOST}; set HOST to an address of this machine`,
  EAI_AGAIN: ({ HOST }) => `no machine has the name ${HOST}; set HOST to an address of this machine`,
  ENOTDIR: ({ DATA_DIR }) => `${DATA_DIR} is in a file and no folder; set DATA_DIR to another`,
  EEXIST: ({ DATA_DIR }) => `${DATA_DIR} is a file and no folder; set DATA_DIR to another`,
  EROFS: ({ DATA_DIR }) => `${DATA_DIR} cannot be written to; set DATA_DIR to a folder that can`,
  ENOSPC: ({ DATA_DIR }) => `the disk of ${DATA_DIR} is full`,
}

type Environment = Readonly<Record<string, string | undefined>>

export function explainStart(error: unknown, { PORT = '4870', HOST = '127.0.0.1', DATA_DIR = './data' }: Environment) {
  const isOfSystem = error instanceof Error && 'syscall' in error
  const sentence = isOfSystem ? sentences[errorCode(error)]?.({ PORT, HOST, DATA_DIR }) : undefined
  return sentence ?? errorMessage(error).replaceAll(/\s*\n\s*/g, ' ')
}
