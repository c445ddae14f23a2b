/** Why the server cannot start, in one sentence that says what to do. */
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
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const isOfSystem = 'syscall' in error
  return (isOfSystem && sentences[code]?.({ PORT, HOST, DATA_DIR })) || error.message.replaceAll(/\s*\n\s*/g, ' ')
}
