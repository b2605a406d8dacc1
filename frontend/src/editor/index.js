/**
 * The editor for the text of an item: turns ``<textarea data-editor data-upload-url="…">`` into a writing surface.
 *
 * The textarea stays the form's field. It is kept up to date and sends ``input`` with each change, so that the form
 * and autosave need not know of the editor; without JavaScript it is an ordinary textarea with HTML in it. Whoever
 * sets its value from outside sends ``change``, and the editor takes the new text over.
 */
import { Editor } from '@tiptap/core'

import { make } from './elements.js'
import { pendingIn, settleUploads, undescribed } from './figure.js'
import { insertPictures, Paste } from './paste.js'
import { askForLink, askForPictures, describeAll } from './questions.js'
import { extensions } from './schema.js'
import { readSelectionFirst } from './selection.js'
import { countCharacters, htmlOf } from './serialize.js'
import { makeToolbars } from './toolbar.js'
import { Uploads } from './uploads.js'

const SYNC_AFTER = 200 // milliseconds; writing the HTML of a long text with every key would be felt
let count = 0

export function enhance(textarea) {
  const surfaceId = `editor-${(count += 1)}`
  let isPlain = false
  const uploads = new Uploads({
    url: textarea.dataset.uploadUrl,
    token: () => cookie('csrftoken') ?? textarea.dataset.csrf ?? '', // signing in again changes the token
    onChange: (id) => {
      surface.querySelectorAll(`[data-upload="${id}"]`).forEach((dom) => dom.dispatchEvent(new Event('upload-change')))
      const { state, message } = uploads.get(id)
      if (state === 'done') settleUploads(editor, uploads)
      if (state === 'failed') say(message)
      refresh()
    },
  })

  const surface = make('div', { class: 'editor-surface' })
  const footer = make('p', { class: 'editor-footer' })
  const counter = make('span', { class: 'editor-count' })
  const live = make('span', { class: 'editor-live', role: 'status' })
  const wanting = make('span', {})
  const altBar = make(
    'div',
    { class: 'editor-alt-bar', role: 'status', hidden: true },
    wanting,
    make('button', { type: 'button', click: () => describeAll(editor) }, '逐张填写'),
  )
  const say = (sentence) => (live.textContent = sentence)

  const editor = new Editor({
    element: surface,
    injectCSS: false,
    content: textarea.value,
    extensions: [
      ...extensions({ uploads, placeholder: textarea.placeholder || '在这里写正文，也可以从 Word、WPS 直接粘贴。' }),
      Paste.configure({ uploads, isPlain: () => isPlain }),
    ],
    editorProps: { attributes: surfaceAttributes(textarea, surfaceId) },
  })

  const picker = make('input', {
    type: 'file',
    accept: 'image/png,image/jpeg,image/gif,image/webp',
    multiple: true,
    hidden: true,
    change: async () => {
      const chosen = [...picker.files]
      picker.value = ''
      const ids = (await askForPictures(chosen)).map(({ file, alt }) => uploads.add(file, { alt }))
      if (ids.length) insertPictures(editor.view, ids, editor.state.selection.to)
      editor.commands.focus()
    },
  })
  const toolbars = makeToolbars({
    editor,
    surfaceId,
    chooseFiles: () => picker.click(),
    plain: {
      isOn: () => isPlain,
      toggle: () => {
        isPlain = !isPlain
        say(isPlain ? '之后粘贴的内容只保留文字。' : '之后粘贴的内容保留标题、列表、表格和图片。')
        refresh()
        editor.commands.focus()
      },
    },
  })

  const refresh = () => {
    toolbars.refresh()
    const missing = undescribed(editor).length
    altBar.hidden = missing === 0
    const sentence = `有 ${missing} 张图片还没有替代文字，看不见图片的读者会错过它们的内容。`
    if (wanting.textContent !== sentence) wanting.textContent = sentence
    counter.textContent = `共 ${countCharacters(editor)} 字`
  }

  // --- the textarea follows ---
  let timer = null
  let announced = textarea.value
  const write = () => {
    if (timer !== null) textarea.value = htmlOf(editor)
  }
  const sync = () => {
    write()
    clearTimeout(timer)
    timer = null
    if (textarea.value === announced) return
    announced = textarea.value
    textarea.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const takeOver = () => {
    announced = textarea.value
    editor.commands.setContent(announced, { emitUpdate: false })
  }
  editor.on('update', () => {
    timer ??= setTimeout(sync, SYNC_AFTER)
    // Undo may have brought back the placeholder of a picture that has arrived since.
    if (pendingIn(editor).some((id) => uploads.get(id)?.state !== 'sending')) queueMicrotask(() => settleUploads(editor, uploads))
  })
  editor.on('transaction', refresh)
  editor.on('blur', sync)
  addEventListener('pagehide', sync)
  document.addEventListener('visibilitychange', sync)
  textarea.addEventListener('change', takeOver)

  const { form } = textarea
  form?.addEventListener('formdata', ({ formData }) => {
    write() // ``input`` follows later: whoever hears it may not read the form while it is being read
    if (textarea.name && !textarea.disabled) formData.set(textarea.name, textarea.value)
  })
  form?.addEventListener('reset', () => setTimeout(takeOver))
  form?.addEventListener(
    'submit',
    (event) => {
      sync()
      const states = pendingIn(editor).map((id) => uploads.get(id)?.state)
      if (states.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      say(
        states.includes('sending')
          ? `还有 ${states.length} 张图片没有传完，请等它们传完再提交。`
          : `有 ${states.length} 张图片没有上传成功，请先重试或移除，再提交。`,
      )
      surface.querySelector('.editor-pending')?.scrollIntoView({ block: 'center' })
    },
    { capture: true },
  )

  // --- keyboard ---
  const root = make('div', { class: 'editor' })
  readSelectionFirst(root)
  root.addEventListener('keydown', (event) => {
    if (event.altKey && event.key === 'F10') {
      event.preventDefault()
      const shown = toolbars.all.filter(({ element }) => !element.hidden)
      const here = shown.findIndex(({ element }) => element.contains(document.activeElement))
      shown[(here + 1) % shown.length].focus()
    }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      askForLink(editor)
    }
  })

  footer.append(
    make('span', { class: 'editor-help', id: `${surfaceId}-help` }, 'Alt+F10 到工具栏，Esc 回到正文。'),
    live,
    counter,
  )
  const head = make('div', { class: 'editor-head' }, ...toolbars.all.map(({ element }) => element), altBar)
  root.append(head, surface, footer, picker)
  textarea.after(root)
  textarea.hidden = true
  textarea.required = false // a hidden field that is required would block the form without a word
  for (const label of textarea.labels ?? []) label.addEventListener('click', () => editor.commands.focus())
  refresh()
  textarea.editor = editor
  return editor
}

function surfaceAttributes(textarea, id) {
  const [label] = textarea.labels ?? []
  if (label) label.id ||= `${id}-label`
  const described = [textarea.getAttribute('aria-describedby'), `${id}-help`].filter(Boolean).join(' ')
  const attributes = { id, role: 'textbox', 'aria-multiline': 'true', 'aria-describedby': described, lang: 'zh-CN' }
  if (label) attributes['aria-labelledby'] = label.id
  else attributes['aria-label'] = textarea.getAttribute('aria-label') ?? '正文'
  if (textarea.required) attributes['aria-required'] = 'true'
  if (textarea.getAttribute('aria-invalid') === 'true') attributes['aria-invalid'] = 'true'
  return attributes
}

function cookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

document.querySelectorAll('textarea[data-editor]').forEach(enhance)
