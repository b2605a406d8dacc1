// What Word, WPS and web pages put on the clipboard, turned into plain HTML of the subset.

// style="" and onclick="" are renamed before parsing: under our CSP every one of them would be reported as a
// violation, and the styles are still to be read.
const withoutStyles = (html) =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<xml\b[\s\S]*?<\/xml\s*>/gi, '')
    .replace(/<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/gi, (tag) =>
      tag.replace(/([\s"'/])style(\s*=)/gi, '$1 data-look$2').replace(/([\s"'/])on([a-z]+\s*=)/gi, '$1 data-off-$2'),
    )

const REMOVED =
  'script, style, link, meta, title, base, object, embed, iframe, noscript, template, form input, button, select, ' +
  'textarea, svg, math, del, colgroup, col'
const RENAMED = { B: 'strong', I: 'em', STRIKE: 's', INS: 'u', H5: 'h4', H6: 'h4', DL: 'ul', DT: 'li', DD: 'li' }
const KEPT = new Set(
  'P H2 H3 H4 STRONG EM U S SUB SUP BR HR BLOCKQUOTE UL OL LI A TABLE CAPTION THEAD TBODY TFOOT TR TH TD FIGURE FIGCAPTION IMG'.split(
    ' ',
  ),
)

const look = (element) => element.getAttribute('data-look') ?? ''
/** The value of one property of a (renamed) style attribute, or ''. */
function property(element, name) {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(look(element))
  return found ? found[1].trim().toLowerCase() : ''
}

/**
 * Return pasted HTML as a document body of plain HTML.
 *
 * Images keep their ``src`` (also file:, data: and blob:) with width and height; the caller replaces them.
 */
export function cleanedBody(html) {
  const body = new DOMParser().parseFromString(withoutStyles(html), 'text/html').body
  dropWhatIsNotText(body)
  readLists(body)
  readHeadings(body)
  body.querySelectorAll('p, div, td, th').forEach(readParagraphLook)
  body.querySelectorAll('span, font, b, strong, i, em').forEach(readTextLook)
  body.querySelectorAll('table').forEach(readTable)
  keepSubset(body)
  body.querySelectorAll('h2 strong, h3 strong, h4 strong, th strong').forEach(unwrap)
  body.querySelectorAll('li > p:only-child').forEach(unwrap)
  dropEmptyParagraphs(body)
  return body
}

function dropWhatIsNotText(body) {
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT)
  for (let comment; (comment = comments.nextNode()); ) comment.remove()
  body.querySelectorAll(REMOVED).forEach((element) => element.remove())
  body.querySelectorAll('*').forEach((element) => {
    const isHidden = property(element, 'display') === 'none' || property(element, 'mso-hide') === 'all'
    const isComment =
      /mso-element:\s*comment|mso-comment-reference|mso-special-character:\s*comment/i.test(look(element)) ||
      /MsoComment/.test(element.className)
    if (isHidden || isComment || /\bmsoDel\b/.test(element.className)) element.remove()
  })
}

// --- lists: Word writes each entry as a paragraph, with the level in its style and the marker as text ---

const ORDINAL = /^(\d+)[.．、)）]$/

function readLists(body) {
  const lists = [] // the open list of each level
  let previous = null
  for (const entry of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) {
    const level = Number(/mso-list:[^;]*\blevel(\d+)/i.exec(look(entry))?.[1] ?? 0)
    if (!level || entry.querySelector('p, div')) continue
    const marker = takeMarker(entry)
    const start = ORDINAL.exec(marker)?.[1]
    const isBullet = marker !== '' && !/[\p{L}\p{N}]/u.test(marker.replace(/^[oØ§ü]$/u, ''))
    // “一、”“（一）”“第一条” and numbered headings are part of an official text; an ol would print 1, 2, 3 instead.
    if ((!start && !isBullet) || /^H\d$/.test(entry.tagName)) {
      entry.prepend(marker)
      continue
    }
    // Two entries belong together when nothing but blank stands between them.
    if (previous === null || textBetween(previous, entry)) lists.length = 0
    lists.length = Math.min(lists.length, level)
    const tag = isBullet ? 'UL' : 'OL'
    if (lists[level - 1] && lists[level - 1].tagName !== tag) lists.length = level - 1
    let list = lists[level - 1]
    if (!list) {
      list = body.ownerDocument.createElement(tag)
      if (start > 1) list.setAttribute('start', start)
      const above = lists.filter(Boolean).at(-1)
      if (above?.lastElementChild) above.lastElementChild.append(list)
      else entry.before(list)
      lists[level - 1] = list
    }
    const item = body.ownerDocument.createElement('li')
    item.append(...entry.childNodes)
    entry.remove()
    list.append(item)
    previous = lists.find(Boolean)
  }
}

/** Remove the marker Word has drawn before an entry and return its text. */
function takeMarker(entry) {
  const drawn = [...entry.querySelectorAll('[data-look]')].find((part) => /mso-list:\s*ignore/i.test(look(part)))
  const marker = drawn?.textContent.replace(/[\s\u00a0]+/g, '') ?? ''
  drawn?.remove()
  return marker
}

function textBetween(list, entry) {
  for (let node = list.nextSibling; node && node !== entry; node = node.nextSibling) {
    if (node.contains(entry)) return true
    if (node.textContent.trim() || node.nodeName === 'TABLE' || node.nodeName === 'IMG') return true
  }
  return list.parentNode !== entry.parentNode
}

// --- headings ---

/** The page's h1 is the title of the item, so the text begins with h2: h1→h2, h2→h3 when there is an h1 at all. */
function readHeadings(body) {
  const levels = new Map()
  for (const element of body.querySelectorAll('h1, h2, h3, h4, h5, h6, p')) {
    const named = /^H(\d)$/.exec(element.tagName)?.[1] ?? /^MsoHeading(\d)$/i.exec(element.className)?.[1]
    const outline = property(element, 'mso-outline-level')
    const level = Number(named ?? outline) || (/^Mso(Title|Subtitle)$/.test(element.className) ? 2 : 0)
    if (level && element.textContent.trim()) levels.set(element, level)
  }
  const shift = [...levels.values()].includes(1) ? 1 : 0
  for (const [element, level] of levels) {
    const heading = rename(element, `h${Math.min(4, Math.max(2, level + shift))}`)
    readParagraphLook(heading)
  }
}

// --- looks: only what carries meaning stays ---

function readParagraphLook(element) {
  const align = property(element, 'text-align') || (element.getAttribute('align') ?? '').toLowerCase()
  const indent = Number.parseFloat(property(element, 'mso-char-indent-count') || property(element, 'text-indent'))
  element.removeAttribute('class')
  if (align === 'center' || align === 'right') element.classList.add(`align-${align}`)
  else if (indent > 0 && element.tagName === 'P') element.classList.add('indent')
}

function readTextLook(element) {
  const weight = property(element, 'font-weight')
  if (/^(B|STRONG)$/.test(element.tagName) && /^(normal|[1-4]00)$/.test(weight)) return unwrap(element)
  const marks = []
  if (element.tagName === 'SPAN' || element.tagName === 'FONT') {
    if (/^(bold|bolder|[6-9]00)$/.test(weight)) marks.push('strong')
    if (property(element, 'font-style') === 'italic') marks.push('em')
    const line = property(element, 'text-decoration') || property(element, 'text-decoration-line')
    if (/underline/.test(line)) marks.push('u')
    if (/line-through/.test(line)) marks.push('s')
    const raised = property(element, 'vertical-align')
    if (raised === 'sub') marks.push('sub')
    if (raised === 'super') marks.push('sup')
  }
  for (const mark of marks) {
    const wrapper = element.ownerDocument.createElement(mark)
    wrapper.append(...element.childNodes)
    element.append(wrapper)
  }
}

// --- tables: merged cells stay; a first row that is wholly bold is a header ---

function readTable(table) {
  const [first] = table.rows
  const isBold = (cell) => {
    const text = cell.textContent.trim()
    const bold = [...cell.querySelectorAll('b, strong')].map((part) => part.textContent).join('').trim()
    return text !== '' && bold.replace(/\s/g, '') === text.replace(/\s/g, '')
  }
  const headers = [...(table.tHead?.rows ?? [])].flatMap((row) => [...row.cells])
  if (headers.length === 0 && table.rows.length > 1 && first && [...first.cells].every(isBold)) {
    headers.push(...first.cells)
  }
  headers.forEach((cell) => cell.tagName === 'TD' && rename(cell, 'th'))
  for (const caption of table.querySelectorAll('caption')) table.before(rename(caption, 'p'))
}

// --- the subset ---

const BLOCKS = 'p, div, h2, h3, h4, ul, ol, table, blockquote, figure, section, article'

function keepSubset(body) {
  for (const element of [...body.querySelectorAll('*')].reverse()) {
    const name = RENAMED[element.tagName]
    const kept = name ? rename(element, name) : element
    if (!KEPT.has(kept.tagName)) {
      const isParagraph = kept.tagName === 'DIV' && !kept.querySelector(BLOCKS) && !kept.closest('li, td, th, p')
      if (isParagraph && kept.textContent.trim()) rename(kept, 'p')
      else unwrap(kept)
      continue
    }
    for (const { name: attribute } of [...kept.attributes]) {
      if (!/^(class|href|src|alt|width|height|colspan|rowspan|start|data-pending)$/.test(attribute)) {
        kept.removeAttribute(attribute)
      }
    }
  }
}

/** Word marks an empty line by a paragraph with a hard space; distances are the style sheet's business. */
function dropEmptyParagraphs(body) {
  for (const element of body.querySelectorAll('p, h2, h3, h4')) {
    if (element.textContent.replace(/[\s\u00a0\u3000]/g, '')) continue
    if (element.querySelector('img')) unwrap(element)
    else if (!element.closest('td, th')) element.remove()
  }
}

function rename(element, name) {
  const renamed = element.ownerDocument.createElement(name)
  for (const { name: attribute, value } of element.attributes) {
    // A Word name such as “o:gfxdata” is no attribute name a script may set.
    if (/^[a-z-]+$/.test(attribute)) renamed.setAttribute(attribute, value)
  }
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

function unwrap(element) {
  element.replaceWith(...element.childNodes)
}
