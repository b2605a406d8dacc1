// From the document to the HTML that is sent: ProseMirror's own, tidied to the subset.
import { DOMSerializer } from '@tiptap/pm/model'

import { ATTRIBUTES, CLASSES } from './subset.js'

/** Return the document as HTML of the subset; an empty document is the empty string. */
export function htmlOf(editor) {
  const { doc, schema } = editor.state
  const holder = document.implementation.createHTMLDocument('').createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: holder.ownerDocument }))
  holder.querySelectorAll('[data-pending]').forEach((pending) => pending.remove())
  holder.querySelectorAll('figcaption').forEach((caption) => caption.textContent.trim() || caption.remove())
  holder.querySelectorAll('table').forEach(giveHeadersScope)
  holder.querySelectorAll('li > p, td > p, th > p').forEach(unwrapLonelyParagraph)
  // Distances are the style sheet's business: an empty line says nothing to a reader.
  holder.querySelectorAll(':scope > :is(p, h2, h3, h4):empty').forEach((empty) => empty.remove())
  holder.querySelectorAll('*').forEach(keepAllowedAttributes)
  const isBlank = holder.textContent.trim() === '' && !holder.querySelector('img, hr, table')
  return isBlank ? '' : holder.innerHTML
}

/** Rows of header cells at the top become thead; a screen reader needs to know which way each header reads. */
function giveHeadersScope(table) {
  const body = table.tBodies[0]
  const head = table.ownerDocument.createElement('thead')
  let open = 0 // rows that a header cell above still reaches into
  for (const row of [...body.rows]) {
    const cells = [...row.cells]
    const isHeader = cells.length > 0 && cells.every((cell) => cell.tagName === 'TH')
    if (!isHeader && open === 0) break
    if (!isHeader) {
      // A merged header reaches down into a row of data: a thead may not be left half way through a cell.
      body.prepend(...head.rows)
      break
    }
    open = Math.max(open - 1, ...cells.map((cell) => cell.rowSpan - 1))
    head.append(row)
  }
  if (head.rows.length > 0 && body.rows.length > 0) table.prepend(head)
  else body.prepend(...head.rows)
  for (const cell of table.querySelectorAll('th')) {
    const row = cell.parentElement
    const isColumnHeader = row.parentElement === head || [...row.cells].every((other) => other.tagName === 'TH')
    cell.setAttribute('scope', isColumnHeader ? 'col' : 'row')
  }
}

function unwrapLonelyParagraph(paragraph) {
  const others = [...paragraph.parentElement.children].filter((element) => element !== paragraph)
  const isLonely = others.every((element) => paragraph.parentElement.tagName === 'LI' && /^[UO]L$/.test(element.tagName))
  if (isLonely && paragraph.className === '') paragraph.replaceWith(...paragraph.childNodes)
}

/** Also puts attributes in one order, so that versions differ only where the text does. */
function keepAllowedAttributes(element) {
  const given = new Map([...element.attributes].map(({ name, value }) => [name, value]))
  const classes = [...element.classList].filter((name) => CLASSES.has(name)).join(' ')
  for (const name of given.keys()) element.removeAttribute(name)
  for (const name of ATTRIBUTES[element.tagName] ?? []) {
    const value = name === 'class' ? classes || undefined : given.get(name)
    if (value !== undefined) element.setAttribute(name, value)
  }
}

/** Characters as an office counts them: without blanks. */
export const countCharacters = (editor) =>
  [...editor.state.doc.textBetween(0, editor.state.doc.content.size).replace(/\s+/g, '')].length
