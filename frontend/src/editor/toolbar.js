// The rows of buttons: which there are, how they follow the selection, and how the keyboard moves along them.
import alignCenter from 'lucide-static/icons/text-align-center.svg'
import alignLeft from 'lucide-static/icons/text-align-start.svg'
import alignRight from 'lucide-static/icons/text-align-end.svg'
import bold from 'lucide-static/icons/bold.svg'
import clipboardType from 'lucide-static/icons/clipboard-type.svg'
import imagePlus from 'lucide-static/icons/image-plus.svg'
import indent from 'lucide-static/icons/pilcrow-right.svg'
import italic from 'lucide-static/icons/italic.svg'
import link from 'lucide-static/icons/link.svg'
import list from 'lucide-static/icons/list.svg'
import listOrdered from 'lucide-static/icons/list-ordered.svg'
import minus from 'lucide-static/icons/minus.svg'
import quote from 'lucide-static/icons/text-quote.svg'
import redo from 'lucide-static/icons/redo-2.svg'
import removeFormatting from 'lucide-static/icons/remove-formatting.svg'
import strikethrough from 'lucide-static/icons/strikethrough.svg'
import subscript from 'lucide-static/icons/subscript.svg'
import superscript from 'lucide-static/icons/superscript.svg'
import table from 'lucide-static/icons/table.svg'
import underline from 'lucide-static/icons/underline.svg'
import undo from 'lucide-static/icons/undo-2.svg'

import { icon, make } from './elements.js'
import { currentFigure } from './figure.js'
import { askForAlternativeText, askForLink, askForTable } from './questions.js'
import { returnToText } from './selection.js'

const heading = (level, label, name) => ({
  label: name,
  text: label,
  keys: `Ctrl+Alt+${level}`,
  run: (editor) => editor.chain().focus().setNode('heading', { level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
})
const mark = (name, label, svg, keys) => ({
  label,
  svg,
  keys,
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
  may: (editor) => editor.can().toggleMark(name),
})
const align = (value, label, svg) => ({
  label,
  svg,
  run: (editor) => editor.chain().focus().setAlignment(value).run(),
  isOn: (editor) => {
    const { align: current } = editor.state.selection.$from.parent.attrs
    return current !== undefined && current === value
  },
})
const does = (label, look, command, options = {}) => ({
  label,
  ...(look ? { svg: look } : { text: label }),
  run: (editor) => command(editor.chain().focus()).run(),
  may: (editor) => command(editor.can().chain()).run(),
  ...options,
})

/** The main row, in groups. ``chooseFiles`` opens the file picker; ``plain`` is the paste switch. */
const mainGroups = ({ chooseFiles, plain }) => [
  [does('撤销', undo, (chain) => chain.undo(), { keys: 'Ctrl+Z' }), does('重做', redo, (chain) => chain.redo(), { keys: 'Ctrl+Y' })],
  [
    {
      label: '正文段落',
      text: '正文',
      keys: 'Ctrl+Alt+0',
      run: (editor) => editor.chain().focus().setNode('paragraph').run(),
      isOn: (editor) => editor.isActive('paragraph'),
    },
    heading(2, '大标题', '大标题（二级标题）'),
    heading(3, '中标题', '中标题（三级标题）'),
    heading(4, '小标题', '小标题（四级标题）'),
  ],
  [
    mark('bold', '加粗', bold, 'Ctrl+B'),
    mark('italic', '斜体', italic, 'Ctrl+I'),
    mark('underline', '下划线', underline, 'Ctrl+U'),
    mark('strike', '删除线', strikethrough),
    mark('subscript', '下标', subscript),
    mark('superscript', '上标', superscript),
  ],
  [
    align(null, '左对齐', alignLeft),
    align('center', '居中', alignCenter),
    align('right', '右对齐', alignRight),
    {
      label: '首行缩进两字',
      svg: indent,
      run: (editor) => editor.chain().focus().toggleIndent().run(),
      isOn: (editor) => editor.isActive('paragraph', { indent: true }),
      may: (editor) => editor.isActive('paragraph'),
    },
  ],
  [
    does('项目符号列表', list, (chain) => chain.toggleBulletList(), { isOn: (editor) => editor.isActive('bulletList') }),
    does('编号列表', listOrdered, (chain) => chain.toggleOrderedList(), { isOn: (editor) => editor.isActive('orderedList') }),
    does('引用', quote, (chain) => chain.toggleBlockquote(), { isOn: (editor) => editor.isActive('blockquote') }),
  ],
  [
    { label: '链接', svg: link, keys: 'Ctrl+K', run: askForLink, isOn: (editor) => editor.isActive('link') },
    { label: '插入表格', svg: table, run: askForTable, may: (editor) => !editor.isActive('table') },
    { label: '插入图片', svg: imagePlus, run: chooseFiles },
    does('分隔线', minus, (chain) => chain.setHorizontalRule()),
  ],
  [
    {
      label: '清除格式',
      svg: removeFormatting,
      run: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().resetAttributes('paragraph', ['align', 'indent']).run(),
    },
    { label: '粘贴为纯文本', svg: clipboardType, run: plain.toggle, isOn: plain.isOn },
  ],
]

const tableGroups = [
  [
    does('上方加行', null, (chain) => chain.addRowBefore()),
    does('下方加行', null, (chain) => chain.addRowAfter()),
    does('删除行', null, (chain) => chain.deleteRow()),
  ],
  [
    does('左侧加列', null, (chain) => chain.addColumnBefore()),
    does('右侧加列', null, (chain) => chain.addColumnAfter()),
    does('删除列', null, (chain) => chain.deleteColumn()),
  ],
  [does('合并单元格', null, (chain) => chain.mergeCells()), does('拆分单元格', null, (chain) => chain.splitCell())],
  [does('标题行', null, (chain) => chain.toggleHeaderRow()), does('标题列', null, (chain) => chain.toggleHeaderColumn())],
  [does('删除表格', null, (chain) => chain.deleteTable())],
]

const figureGroups = [
  [
    { label: '替代文字', text: '替代文字', run: askForAlternativeText },
    {
      label: '删除图片',
      text: '删除图片',
      run: (editor) => {
        const { node, position } = currentFigure(editor.state)
        editor.chain().focus().deleteRange({ from: position, to: position + node.nodeSize }).run()
      },
    },
  ],
]

/** Return the editor's toolbars ``{main, table, figure, all, refresh()}``. */
export function makeToolbars({ editor, surfaceId, chooseFiles, plain }) {
  const context = { editor, surfaceId }
  const main = makeToolbar({ ...context, label: '正文格式', groups: mainGroups({ chooseFiles, plain }) })
  const tableBar = makeToolbar({ ...context, label: '表格', groups: tableGroups })
  const figureBar = makeToolbar({ ...context, label: '图片', groups: figureGroups })
  const all = [main, tableBar, figureBar]
  const refresh = () => {
    tableBar.element.hidden = !editor.isActive('table')
    figureBar.element.hidden = !currentFigure(editor.state)
    all.filter(({ element }) => !element.hidden).forEach((bar) => bar.refresh())
  }
  return { main, table: tableBar, figure: figureBar, all, refresh }
}

function makeToolbar({ editor, surfaceId, label, groups }) {
  const tools = groups.flat()
  const buttons = new Map(tools.map((tool) => [tool, makeButton(tool, editor)]))
  const element = make(
    'div',
    { role: 'toolbar', class: 'editor-toolbar', 'aria-label': label, 'aria-controls': surfaceId },
    ...groups.map((group) => make('div', { class: 'editor-group', role: 'presentation' }, ...group.map((tool) => buttons.get(tool)))),
  )
  const all = [...buttons.values()]
  // One stop for Tab, arrows move along: the pattern of the ARIA authoring practices.
  let current = all[0]
  const rove = (button) => {
    current.tabIndex = -1
    current = button
    current.tabIndex = 0
  }
  rove(current)
  element.addEventListener('focusin', ({ target }) => buttons.size && all.includes(target) && rove(target))
  element.addEventListener('keydown', (event) => {
    const place = all.indexOf(document.activeElement)
    const goal = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') returnToText(editor)
    if (goal === undefined) return
    event.preventDefault()
    all.at(goal % all.length).focus()
  })
  // A press with the mouse must not take the selection away from the text.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  const refresh = () => {
    for (const [tool, button] of buttons) {
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(editor)))
      // aria-disabled keeps the button in the arrow order, where a disabled one would vanish.
      if (tool.may) button.setAttribute('aria-disabled', String(!tool.may(editor)))
    }
  }
  return { element, refresh, focus: () => current.focus() }
}

function makeButton(tool, editor) {
  const { label, svg, text, keys } = tool
  const button = make(
    'button',
    {
      type: 'button',
      tabindex: -1,
      class: svg ? null : 'has-text',
      'aria-label': label,
      'aria-keyshortcuts': keys?.replace('Ctrl', 'Control') ?? null,
      title: keys ? `${label}（${keys}）` : label,
      click: () => {
        if (button.getAttribute('aria-disabled') === 'true') return
        returnToText(editor)
        tool.run(editor)
      },
    },
    svg ? icon(svg) : text,
  )
  return button
}
