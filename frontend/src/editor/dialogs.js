// The editor's questions, each a native <dialog>: the browser keeps focus inside and gives it back.
import { make } from './elements.js'

let count = 0

/**
 * Ask in a modal dialog and resolve with the answers by name plus ``action``, or null when given up.
 *
 * ``fields`` are ``{name, label, hint, …attributes of the input}``; ``check(values)`` returns the name of a field
 * and a sentence when an answer will not do. ``extra`` are further buttons: ``{action, label}``.
 */
export function ask({ title, lead = [], fields, submit, extra = [], check = () => null }) {
  return new Promise((resolve) => {
    const id = `editor-dialog-${(count += 1)}`
    const inputs = new Map(fields.map((field) => [field.name, makeField(id, field)]))
    const form = make(
      'form',
      { method: 'dialog', novalidate: true },
      make('h2', { id: `${id}-title` }, title),
      ...lead,
      ...[...inputs.values()].map(({ row }) => row),
      make(
        'div',
        { class: 'editor-dialog-buttons' },
        make('button', { class: 'editor-primary', value: 'submit' }, submit),
        ...extra.map(({ action, label }) => make('button', { value: action, formnovalidate: true }, label)),
        make('button', { type: 'button', click: () => dialog.close('') }, '取消'),
      ),
    )
    const dialog = make('dialog', { class: 'editor-dialog', 'aria-labelledby': `${id}-title` }, form)
    const values = () =>
      Object.fromEntries(
        [...inputs].map(([name, { input }]) => [name, input.type === 'checkbox' ? input.checked : input.value.trim()]),
      )
    form.addEventListener('submit', (event) => {
      event.stopPropagation()
      const problem = event.submitter?.value === 'submit' || !event.submitter ? check(values()) : null
      for (const { error, input } of inputs.values()) {
        error.textContent = ''
        input.removeAttribute('aria-invalid')
      }
      if (!problem) return
      event.preventDefault()
      const { input, error } = inputs.get(problem.name)
      error.textContent = problem.message
      input.setAttribute('aria-invalid', 'true')
      input.focus()
    })
    dialog.addEventListener('close', () => {
      const action = dialog.returnValue
      dialog.remove()
      resolve(action ? { ...values(), action } : null)
    })
    document.body.append(dialog) // outside the page's own form: forms do not nest
    dialog.showModal()
    inputs.values().next().value?.input.focus()
  })
}

function makeField(id, { name, label, hint, value, ...attributes }) {
  const input = make('input', {
    id: `${id}-${name}`,
    name,
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': `${id}-${name}-hint ${id}-${name}-error`,
    ...attributes,
  })
  if (value !== undefined) input.value = value
  const error = make('p', { id: `${id}-${name}-error`, class: 'editor-dialog-error', role: 'alert' })
  const row = make(
    'div',
    { class: input.type === 'checkbox' ? 'editor-dialog-field is-checkbox' : 'editor-dialog-field' },
    make('label', { for: input.id }, label),
    input,
    make('p', { id: `${id}-${name}-hint`, class: 'editor-dialog-hint' }, hint ?? ''),
    error,
  )
  return { row, input, error }
}
