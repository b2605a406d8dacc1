// Paste and drop: office texts with their pictures, pictures alone, and plain text when the clerk asks for it.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

import { cleanedBody } from './office.js'
import { bytesOfHex, matchPictures, picturesInRtf } from './rtf.js'

const isImage = (file) => /^image\//.test(file.type)
const imagesIn = (data) => [...(data?.files ?? [])].filter(isImage)
const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' }

export const Paste = Extension.create({
  name: 'pasteFromOffice',
  addOptions: () => ({ uploads: null, isPlain: () => false }),

  addProseMirrorPlugins() {
    const { uploads, isPlain } = this.options
    let rtf = ''
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (view, event) => {
              const data = event.clipboardData
              rtf = data?.getData('text/rtf') ?? ''
              if (isPlain()) {
                event.preventDefault()
                view.pasteText(data.getData('text/plain'), event)
                return true
              }
              // Excel adds a picture of the cells to its HTML: files count only when there is no text to take.
              const files = imagesIn(data)
              if (files.length === 0 || hasText(data.getData('text/html'))) return false
              event.preventDefault()
              insertPictures(view, files.map((file) => uploads.add(named(file))), view.state.selection.to)
              return true
            },
            drop: (view, event) => {
              const files = imagesIn(event.dataTransfer)
              if (files.length === 0 || view.dragging) return false
              event.preventDefault()
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
              insertPictures(view, files.map((file) => uploads.add(named(file))), place?.pos ?? view.state.doc.content.size)
              return true
            },
          },
          transformPastedHTML: (html) => {
            // What was copied inside the editor is ours already; its marks for partial tables must stay.
            if (/data-pm-slice/.test(html)) return html
            const body = cleanedBody(html)
            takePictures(body, rtf, uploads)
            rtf = ''
            return body.innerHTML
          },
        },
      }),
    ]
  },
})

export function insertPictures(view, ids, position) {
  const { pendingImage, paragraph } = view.state.schema.nodes
  const nodes = ids.map((id) => pendingImage.create({ id }))
  const $place = view.state.doc.resolve(position)
  const isEmptyLine = $place.parent.type === paragraph && $place.parent.content.size === 0
  const from = isEmptyLine ? $place.before() : $place.depth ? $place.after() : position
  const to = isEmptyLine ? $place.after() : from
  const tr = view.state.tr
  if (to === tr.doc.content.size) nodes.push(paragraph.create()) // a line to go on writing in
  view.dispatch(tr.replaceWith(from, to, nodes).scrollIntoView())
}

const hasText = (html) => Boolean(html) && cleanedBody(html).textContent.trim() !== ''
const named = (file) => (file.name ? file : new File([file], `图片.${EXTENSIONS[file.type] ?? 'png'}`, { type: file.type }))

/** Start the upload of every picture that is not on this site yet and leave its placeholder. */
function takePictures(body, rtf, uploads) {
  const images = [...body.querySelectorAll('img')]
  const fromOffice = images.filter((image) => /^(file|cid):/i.test(image.getAttribute('src') ?? ''))
  const sizes = fromOffice.map((image) => ({ width: Number(image.getAttribute('width')), height: Number(image.getAttribute('height')) }))
  const pictures = matchPictures(sizes, fromOffice.length && rtf ? picturesInRtf(rtf) : [])
  images.forEach((image, place) => {
    const address = image.getAttribute('src') ?? ''
    if (isOfThisSite(address)) return
    const alt = (image.getAttribute('alt') ?? '').trim()
    // Word fills in “图片 1”, “IMG_0412.jpg” or what its recognition guessed; none of it describes the picture.
    const described = /^(图片|图|picture|image|img[_-]?)\s*\d*$|\.(png|jpe?g|gif|bmp|emf)$|AI 生成|自动生成/i.test(alt) ? '' : alt
    const name = `粘贴图片${place + 1}`
    const id = fromOffice.includes(image)
      ? addOfficePicture(uploads, pictures[fromOffice.indexOf(image)], name, described)
      : addPicture(uploads, address, name, described)
    const pending = body.ownerDocument.createElement('img')
    pending.setAttribute('data-pending', id)
    image.replaceWith(pending)
  })
}

function isOfThisSite(address) {
  if (/^(data|blob|file|cid):/i.test(address)) return false
  return URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin
}

function addOfficePicture(uploads, picture, name, alt) {
  if (!picture) return uploads.addFailed('剪贴板里没有这张图片的内容。请在原文件中单独复制它，再粘贴到这里。', { alt })
  if (!EXTENSIONS[picture.type]) {
    const format = picture.type ?? '不常见的'
    return uploads.addFailed(`这张图片是 ${format} 格式，网页不能显示。请在原文件中把它另存为 PNG，再用“插入图片”放进来。`, { alt })
  }
  const file = new File([bytesOfHex(picture.hex)], `${name}.${EXTENSIONS[picture.type]}`, { type: picture.type })
  return uploads.add(file, { alt })
}

function addPicture(uploads, address, name, alt) {
  const data = /^data:(image\/[a-z+.-]+);base64,([a-z0-9+/=\s]*)$/i.exec(address)
  const bytes = data && bytesOfBase64(data[2])
  if (bytes && EXTENSIONS[data[1].toLowerCase()]) {
    const type = data[1].toLowerCase()
    return uploads.add(new File([bytes], `${name}.${EXTENSIONS[type]}`, { type }), { alt })
  }
  if (/^https?:/i.test(address)) {
    return uploads.addFailed('这张图片在别的网站上，不能自动带入。请先把它保存到电脑，再用“插入图片”放进来。', { alt })
  }
  return uploads.addFailed('这张图片不能从剪贴板读出。请先把它保存到电脑，再用“插入图片”放进来。', { alt })
}

function bytesOfBase64(text) {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
