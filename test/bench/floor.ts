/**
 * A page as fast as one can be, which times of other pages are compared with: the cards of 50 of 1,500 bulletins as one
 * document, a field that filters them by their text and a card that opens in a dialog, without any library.
 */
import { severities } from '../../src/contract/vocabulary.ts'

const rows = Array.from({ length: 1500 }, (_, number) => ({
  id: `KB${5_000_000 + number}`,
  title: `Flaw ${number} in component ${number % 313}`,
  severity: severities[number % severities.length],
}))

const script = `
const rows = JSON.parse(document.querySelector('#rows').textContent)
const [field, list, dialog] = ['input', 'main', 'dialog'].map((name) => document.querySelector(name))
const draw = () => {
  const found = rows.filter(({ id, title }) => (id + title).toLowerCase().includes(field.value))
  list.innerHTML = found.slice(0, 50).map(({ id, title, severity }) => '<article><h2>' + id + '</h2><p>' + title + ', ' + severity).join('')
}
field.oninput = draw
list.onclick = ({ target }) => { dialog.innerHTML = target.closest('article').innerHTML; dialog.showModal() }
draw()`

export const floorPage = `<!doctype html><title>Floor</title>
<style>body { font: 14px system-ui } main { display: grid; grid-template-columns: repeat(4, 1fr) } article { border: 1px solid }</style>
<input><main></main><dialog></dialog>
<script type="application/json" id="rows">${JSON.stringify(rows)}</script><script>${script}</script>`
