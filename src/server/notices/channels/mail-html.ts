/**
 * A letter as HTML that any mail program draws: paragraphs with inline styles and one table for figures, no style sheet
 * needed. The colours are those of the pages; programs that know the dark scheme take its colours from the head.
 */
import type { LetterFigure, LetterLine, LetterSection, Tone } from '../../../words/letter.ts'
import { addressOf, footerOf, linksOf, type Message } from './parts.ts'

/** For text and for values of attributes in quotation marks. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const ink = '#14181f'
const ink2 = '#4c5564'
const line = '#e0e4ea'
const accent = '#1f4fd8'

const toneColours: Record<Tone, string> = { alarm: '#b00f3c', warning: '#b8500a', good: '#1b7a4b', plain: ink }

/** As on the pages: the worst is filled, the others are pale with a dark numeral. */
const severityColours = {
  1: { ground: '#b00f3c', text: '#ffffff' },
  2: { ground: '#fdecdd', text: '#b8500a' },
  3: { ground: '#faf2cf', text: '#7d6000' },
  4: { ground: '#e3f0f9', text: '#2a6592' },
} as const

const dark = [
  '.paper{background:#151a21!important;color:#e7ebf1!important}',
  '.ink{color:#e7ebf1!important}',
  '.ink2{color:#a3adbb!important}',
  '.rule{border-color:#3a4452!important}',
  '.alarm{color:#ff5c86!important}',
  '.warning{color:#ff9d4d!important}',
  '.good{color:#58c98f!important}',
  '.plain{color:#e7ebf1!important}',
  '.link{color:#7da2ff!important}',
  '.rest{background:#3a4452!important}',
  '.bar{background:#e7ebf1!important}',
].join('')

const font =
  "font-family:'Segoe UI','Hiragino Sans','Yu Gothic UI','Noto Sans JP','Noto Sans CJK JP',Meiryo,Helvetica,Arial,sans-serif"

const link = (url: string, label: string, style = ''): string =>
  `<a class="link" href="${escaped(url)}" style="color:${accent};text-decoration:none;${style}">${escaped(label)}</a>`

function severityMark(severity: LetterLine['severity']): string {
  if (severity === null) return ''
  const { ground, text } = severityColours[severity]
  return `<span style="background:${ground};color:${text};font-size:12px;font-weight:bold;border-radius:3px">&nbsp;${severity}&nbsp;</span>&nbsp; `
}

function lineHtml({ mark, tone, severity, title, path, details, aside }: LetterLine, origin: string): string {
  const named =
    path === null
      ? `<b class="ink" style="color:${ink}">${escaped(title)}</b>`
      : link(addressOf(path, origin), title, 'font-weight:bold')
  const happened =
    mark === '' ? '' : `<b class="${tone}" style="color:${toneColours[tone]}">${escaped(mark)}</b>&nbsp; `
  const end =
    aside === '' ? '' : `&nbsp; <span class="ink" style="color:${ink};white-space:nowrap">${escaped(aside)}</span>`
  const rows = details.map((detail) => `<br><span class="ink2" style="color:${ink2}">${escaped(detail)}</span>`)
  return `<p class="rule" style="margin:0;padding:8px 0;border-bottom:1px solid ${line};font-size:14px;line-height:1.55">${severityMark(severity)}${happened}${named}${end}${rows.join('')}</p>`
}

/** Of two cells with a ground: Outlook draws no other bar. */
function barHtml(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 100)
  const cell = (width: number, name: string, colour: string) =>
    width === 0
      ? ''
      : `<td class="${name}" width="${width}%" style="background:${colour};font-size:0;line-height:6px;height:6px">&nbsp;</td>`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cell(filled, 'bar', ink)}${cell(100 - filled, 'rest', line)}</tr></table>`
}

function figuresHtml(figures: readonly LetterFigure[]): string {
  if (figures.length === 0) return ''
  const rows = figures.map(
    ({ label, value, share }) =>
      `<tr><th scope="row" align="left" class="ink" style="font-weight:normal;font-size:13px;padding:4px 12px 4px 0;color:${ink}">${escaped(label)}</th><td width="45%">${share === null ? '' : barHtml(share)}</td><td align="right" class="ink" style="font-size:13px;padding:4px 0 4px 12px;color:${ink};white-space:nowrap">${escaped(value)}</td></tr>`,
  )
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 8px">${rows.join('')}</table>`
}

function sectionHtml({ title, note, lines, figures, text }: LetterSection, origin: string): string {
  const heading =
    title === ''
      ? ''
      : `<h2 class="ink rule" style="margin:22px 0 0;padding:0 0 6px;border-bottom:1px solid #c9d0d9;font-size:13px;color:${ink}">${escaped(title)}${note === '' ? '' : ` <span class="ink2" style="font-weight:normal;color:${ink2}">&nbsp;${escaped(note)}</span>`}</h2>`
  const said =
    text === ''
      ? ''
      : `<p class="ink2" style="margin:10px 0;font-size:14px;line-height:1.55;color:${ink2}">${escaped(text)}</p>`
  return heading + lines.map((each) => lineHtml(each, origin)).join('') + figuresHtml(figures) + said
}

const introHtml = (text: string): string =>
  `<p class="ink2" style="margin:0 0 6px;font-size:13px;line-height:1.55;color:${ink2}">${escaped(text)}</p>`

/** A whole document. Nothing in it is loaded from anywhere: no pictures, no fonts, nothing that tells who reads it. */
export function mailHtml(message: Message): string {
  const { language, masthead, headline, intro, sections } = message.letter
  const { origin } = message
  const { why, links } = footerOf(message)
  const head =
    masthead === null
      ? ''
      : `<p class="ink rule" style="margin:0 0 16px;padding:10px 0;border-top:3px solid ${ink};border-bottom:1px solid ${ink};font-size:18px;color:${ink}"><b>${escaped(masthead.name)}</b>&nbsp; <span class="ink2" style="font-size:13px;color:${ink2}">${escaped(masthead.note)}</span></p>`
  const [first, ...others] = linksOf(message)
  const further =
    first === undefined
      ? ''
      : [first, ...others].map(({ url, label }) => link(url, label, 'font-weight:bold')).join('&nbsp; &nbsp;')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(headline)}</title>
<style>body{overflow-wrap:anywhere}@media (prefers-color-scheme:dark){${dark}}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#ffffff;color:${ink};${font}">
<div class="paper" style="max-width:600px;margin:0 auto;padding:20px 16px;background:#ffffff;${font}">
${head}<h1 class="ink" style="margin:0 0 8px;font-size:19px;line-height:1.4;color:${ink}">${escaped(headline)}</h1>
${intro.map(introHtml).join('\n')}
${sections.map((section) => sectionHtml(section, origin)).join('\n')}
<p style="margin:18px 0;font-size:14px">${further}</p>
<p class="ink2 rule" style="margin:24px 0 0;padding:10px 0 0;border-top:1px solid ${ink};font-size:12px;line-height:1.6;color:${ink2}">${escaped(why)} ${links.map(({ url, label }) => link(url, label, 'white-space:nowrap')).join(' &nbsp;')}</p>
</div>
</body>
</html>
`
}
