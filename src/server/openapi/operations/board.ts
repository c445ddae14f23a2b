import type { Operations } from '../operations.ts'

export const boardOperations = {
  listBoard: {
    summary: 'List what people have said of all bulletins, the newest first',
    description:
      '`view`: all, your own, what names or answers you, what is said of bulletins that you watch, or field reports.',
  },
  listFieldReports: 'List what was seen outside the lab, oldest first',
  viewFieldReport: 'Get a field report',
  countFieldReports:
    'Count the field reports of each bulletin: on how many machines it works, and on how many it broke',
  addFieldReport: { summary: 'Report that a fix works, or broke something, on machines', success: [201] },
  takeBackFieldReport: 'Take back one of your own field reports',
  listWatches: 'List the bulletins that you watch',
  setWatch: 'Watch a bulletin, or watch it no longer',
  viewConcerns: {
    summary: 'Get what concerns you, the newest first, and how much of it is unread',
    description:
      'What is assigned to you, names you or answers you, due days of yours that are near or over, gates of your plans that keep a wave, and what has happened to bulletins that you watch. What you do yourself is not among it.',
  },
  setRead: {
    summary: 'Say up to where you have read what concerns you',
    description: 'Send `upTo` of what you have read. It never goes back.',
  },
  viewMyWork: 'Get what is open and assigned to you, and what is urgent and assigned to nobody, by due day',
} as const satisfies Operations
