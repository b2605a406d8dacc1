// Pictures: a figure with an optional caption, and the placeholder that stands for one until it is uploaded.
import { Node } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

const sizeIn = (image, name) => {
  const value = Number.parseInt(image.getAttribute(name), 10)
  return value > 0 ? value : null
}
const attributesOf = (image) => ({
  src: image.getAttribute('src'),
  alt: image.getAttribute('alt') ?? '',
  width: sizeIn(image, 'width'),
  height: sizeIn(image, 'height'),
})

export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'text*',
  marks: '',
  draggable: true,
  isolating: true,

  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
  }),

  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (dom) => {
        const image = dom.querySelector('img[src]:not([data-pending])')
        return image ? attributesOf(image) : false
      },
      contentElement: (dom) => dom.querySelector('figcaption') ?? document.createElement('span'),
    },
    { tag: 'img[src]:not([data-pending])', getAttrs: attributesOf },
  ],

  renderHTML: ({ node }) => {
    const { src, alt, width, height } = node.attrs
    return ['figure', {}, ['img', { src, alt, width, height }], ['figcaption', 0]]
  },

  addKeyboardShortcuts() {
    const inCaption = () => this.editor.state.selection.$from.parent.type === this.type
    return {
      Enter: () => inCaption() && leaveCaption(this.editor),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        if (!inCaption() || !empty || $from.parentOffset > 0) return false
        return this.editor.commands.setNodeSelection($from.before())
      },
    }
  },
})

/** Go on writing in a paragraph below the picture. */
function leaveCaption(editor) {
  return editor.commands.command(({ tr, dispatch }) => {
    const after = tr.selection.$from.after()
    if (dispatch) {
      tr.insert(after, editor.schema.nodes.paragraph.create())
      tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
    }
    return true
  })
}

export const PendingImage = Node.create({
  name: 'pendingImage',
  group: 'block',
  atom: true,
  selectable: true,

  addOptions: () => ({ uploads: null }),
  addAttributes: () => ({ id: { default: null } }),
  parseHTML: () => [{ tag: 'img[data-pending]', getAttrs: (dom) => ({ id: dom.getAttribute('data-pending') }) }],
  renderHTML: ({ node }) => ['img', { 'data-pending': node.attrs.id }],

  addNodeView() {
    const { uploads } = this.options
    return ({ node, editor, getPos }) => {
      const dom = document.createElement('div')
      const message = document.createElement('p')
      const retry = button('重试', () => uploads.retry(node.attrs.id))
      const remove = button('移除这张图片', () => {
        const from = getPos()
        editor.chain().deleteRange({ from, to: from + 1 }).focus().run()
      })
      dom.className = 'editor-pending'
      dom.contentEditable = 'false'
      dom.append(message, retry, remove)
      const draw = () => {
        const entry = uploads.get(node.attrs.id)
        const isFailed = entry?.state === 'failed'
        message.textContent = isFailed ? entry.message : `图片正在上传……${entry?.progress ?? 0}%`
        dom.classList.toggle('is-failed', isFailed)
        retry.hidden = !isFailed || !entry.file
        remove.hidden = !isFailed
      }
      draw()
      dom.addEventListener('upload-change', draw)
      dom.dataset.upload = node.attrs.id
      return {
        dom,
        stopEvent: (event) => event.target instanceof HTMLButtonElement,
        ignoreMutation: () => true,
      }
    }
  },
})

function button(label, onClick) {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = label
  element.addEventListener('click', onClick)
  return element
}

/** Put each uploaded picture where its placeholder stands, also where undo has brought a placeholder back. */
export function settleUploads(editor, uploads) {
  const { state } = editor
  const tr = state.tr
  state.doc.descendants((node, position) => {
    if (node.type.name !== 'pendingImage') return
    const entry = uploads.get(node.attrs.id)
    const place = tr.mapping.map(position)
    if (!entry) tr.delete(place, place + node.nodeSize)
    if (entry?.state !== 'done') return
    const { url: src, alt, width, height } = entry
    tr.replaceWith(place, place + node.nodeSize, state.schema.nodes.figure.create({ src, alt, width, height }))
  })
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false))
}

/** Positions of the pictures that nobody has described yet. */
export function undescribed(editor) {
  const found = []
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'figure' && !node.attrs.alt.trim()) found.push(position)
  })
  return found
}

export function pendingIn(editor) {
  const ids = []
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'pendingImage') ids.push(node.attrs.id)
  })
  return ids
}

/** The picture that is selected or whose caption is being written: its node and position, or null. */
export function currentFigure(state) {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'figure') {
    return { node: selection.node, position: selection.from }
  }
  const { $from } = selection
  return $from.parent.type.name === 'figure' ? { node: $from.parent, position: $from.before() } : null
}
