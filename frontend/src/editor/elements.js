// Small builders of DOM elements, so that no HTML is put together as text.

/** ``make('button', {type: 'button', 'aria-label': '…'}, …children)``; null and false attributes are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}

/** An icon from the text of its SVG file; it repeats the label beside it, so assistive technology skips it. */
export function icon(svg) {
  const element = new DOMParser().parseFromString(svg.slice(svg.indexOf('<svg')), 'image/svg+xml').documentElement
  element.setAttribute('aria-hidden', 'true')
  element.setAttribute('focusable', 'false')
  element.setAttribute('width', '18')
  element.setAttribute('height', '18')
  return document.importNode(element, true)
}
