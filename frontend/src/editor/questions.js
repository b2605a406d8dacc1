// What the toolbar asks before it acts: where a link leads, how large a table is, what a picture shows.
import { ask } from './dialogs.js'
import { make } from './elements.js'
import { currentFigure, undescribed } from './figure.js'
import { isAllowedAddress } from './subset.js'

export async function askForLink(editor) {
  const isLink = editor.isActive('link')
  if (isLink) editor.commands.extendMarkRange('link')
  const { from, to, empty } = editor.state.selection
  const fields = [
    {
      name: 'href',
      label: '链接地址',
      hint: '例如 https://www.example.gov.cn/ 或本网站的 /sections/tzgg/',
      inputmode: 'url',
      value: editor.getAttributes('link').href ?? '',
    },
  ]
  if (empty) fields.push({ name: 'text', label: '显示的文字', hint: '请写明链接的内容，不要只写“点击这里”。', value: '' })
  const answer = await ask({
    title: isLink ? '修改链接' : '插入链接',
    fields,
    submit: '确定',
    extra: isLink ? [{ action: 'remove', label: '去掉链接' }] : [],
    check: ({ href, text }) => {
      if (!isAllowedAddress(addressOf(href))) {
        return { name: 'href', message: '这个地址不能用。请填写以 http://、https:// 或 / 开头的地址。' }
      }
      return empty && !text ? { name: 'text', message: '请填写显示的文字，读者靠它知道链接通向哪里。' } : null
    },
  })
  if (!answer) return editor.commands.focus()
  const chain = editor.chain().focus()
  if (answer.action === 'remove') return chain.unsetMark('link').run()
  const marks = [{ type: 'link', attrs: { href: addressOf(answer.href) } }]
  if (empty) return chain.insertContent({ type: 'text', text: answer.text, marks }).run()
  return chain.setTextSelection({ from, to }).setMark('link', marks[0].attrs).run()
}

/** People type “www.…”; a browser would take that for a page of this site. */
const addressOf = (typed) => (/^(www\.|[\w-]+(\.[\w-]+)*\.(cn|com|net|org)\b)/i.test(typed) ? `https://${typed}` : typed)

export async function askForTable(editor) {
  const whole = (text, most) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most
  const answer = await ask({
    title: '插入表格',
    fields: [
      { name: 'rows', label: '行数', type: 'number', min: 1, max: 200, value: '3', hint: '包括标题行。' },
      { name: 'cols', label: '列数', type: 'number', min: 1, max: 30, value: '3' },
      { name: 'withHeaderRow', label: '第一行是标题行', type: 'checkbox', checked: true },
    ],
    submit: '插入',
    check: ({ rows, cols }) => {
      if (!whole(rows, 200)) return { name: 'rows', message: '行数请填写1到200的整数。' }
      return whole(cols, 30) ? null : { name: 'cols', message: '列数请填写1到30的整数。' }
    },
  })
  const chain = editor.chain().focus()
  if (!answer) return chain.run()
  const { rows, cols, withHeaderRow } = answer
  return chain.insertTable({ rows: Number(rows), cols: Number(cols), withHeaderRow }).run()
}

const ALT_HINT = '看不见图片的人靠这句话了解内容。例如“2026年6月2日，示范县政务服务中心办事大厅”。'
const altField = (value) => ({ name: 'alt', label: '替代文字', hint: ALT_HINT, maxlength: 300, value })
const needsAlt = ({ alt }) => (alt ? null : { name: 'alt', message: '请用一句话写出图片的内容。' })

/** Ask what chosen files show, one after the other; return [{file, alt}] of those not given up. */
export async function askForPictures(files) {
  const described = []
  for (const [place, file] of files.entries()) {
    const address = URL.createObjectURL(file)
    const answer = await ask({
      title: files.length > 1 ? `插入图片（${place + 1}/${files.length}）` : '插入图片',
      lead: [make('img', { class: 'editor-dialog-picture', src: address, alt: '' }), make('p', {}, file.name)],
      fields: [altField('')],
      submit: '插入',
      check: needsAlt,
    })
    URL.revokeObjectURL(address)
    if (answer) described.push({ file, alt: answer.alt })
  }
  return described
}

/** Ask for the alternative text of the current picture. */
export async function askForAlternativeText(editor) {
  const figure = currentFigure(editor.state)
  if (figure) await describe(editor, figure.position)
  editor.commands.focus()
}

/** Walk through the pictures nobody has described, until there is none or the clerk gives up. */
export async function describeAll(editor) {
  for (let [position] = undescribed(editor); position !== undefined; [position] = undescribed(editor)) {
    editor.commands.setNodeSelection(position)
    editor.view.nodeDOM(position)?.scrollIntoView({ block: 'center' })
    if (!(await describe(editor, position))) break
  }
  editor.commands.focus()
}

async function describe(editor, position) {
  const { attrs } = editor.state.doc.nodeAt(position)
  const left = undescribed(editor).length
  const answer = await ask({
    title: attrs.alt ? '修改替代文字' : `填写替代文字（还有 ${left} 张）`,
    lead: [make('img', { class: 'editor-dialog-picture', src: attrs.src, alt: '' })],
    fields: [altField(attrs.alt)],
    submit: attrs.alt || left === 1 ? '确定' : '确定，下一张',
    check: needsAlt,
  })
  if (!answer) return false
  // An upload may have moved the picture while the question stood open.
  const found = positionOf(editor, attrs.src, position)
  if (found !== null) editor.view.dispatch(editor.state.tr.setNodeAttribute(found, 'alt', answer.alt))
  return true
}

function positionOf(editor, src, position) {
  if (editor.state.doc.nodeAt(position)?.attrs.src === src) return position
  let found = null
  editor.state.doc.descendants((node, place) => {
    if (node.type.name === 'figure' && node.attrs.src === src) found ??= place
  })
  return found
}
