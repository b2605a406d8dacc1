// The HTML the editor yields, in one place: tags with the attributes each may carry.
export const ALIGNMENTS = ['center', 'right']
export const CLASSES = new Set(['align-center', 'align-right', 'indent'])
export const ATTRIBUTES = {
  P: ['class'],
  H2: ['class'],
  H3: ['class'],
  H4: ['class'],
  STRONG: [],
  EM: [],
  U: [],
  S: [],
  SUB: [],
  SUP: [],
  BR: [],
  HR: [],
  BLOCKQUOTE: [],
  UL: [],
  OL: ['start'],
  LI: [],
  A: ['href'],
  TABLE: [],
  THEAD: [],
  TBODY: [],
  TR: [],
  TH: ['scope', 'colspan', 'rowspan'],
  TD: ['colspan', 'rowspan'],
  FIGURE: [],
  FIGCAPTION: [],
  IMG: ['src', 'alt', 'width', 'height'],
}

/** Whether a link may lead there: the web, mail, telephone or a page of this site; never javascript: or file:. */
export function isAllowedAddress(href) {
  const address = (href ?? '').trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)
  return address !== '' && (!scheme || ['http', 'https', 'mailto', 'tel'].includes(scheme[1].toLowerCase()))
}
