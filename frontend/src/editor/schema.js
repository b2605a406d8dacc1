// What a text may consist of: the HTML subset that publications/markup.py also keeps to.
import { Extension, Mark } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'

import { Figure, PendingImage } from './figure.js'
import { ALIGNMENTS, isAllowedAddress } from './subset.js'

const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (dom) => isAllowedAddress(dom.getAttribute('href')) && null },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href }, 0],
})

// Alignment and the two-character indent of Chinese paragraphs are classes, because style="" is refused by the CSP.
const ParagraphLook = Extension.create({
  name: 'paragraphLook',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        align: {
          default: null,
          parseHTML: (dom) => ALIGNMENTS.find((align) => dom.classList.contains(`align-${align}`)) ?? null,
          renderHTML: ({ align }) => (align ? { class: `align-${align}` } : {}),
        },
      },
    },
    {
      types: ['paragraph'],
      attributes: {
        indent: {
          default: false,
          parseHTML: (dom) => dom.classList.contains('indent'),
          renderHTML: ({ indent }) => (indent ? { class: 'indent' } : {}),
        },
      },
    },
  ],
  addCommands: () => ({
    // null aligns to the left, which is how a paragraph stands without a class.
    setAlignment:
      (align) =>
      ({ commands }) => {
        const done = ['paragraph', 'heading'].map((type) => commands.updateAttributes(type, { align }))
        return done.some(Boolean)
      },
    toggleIndent:
      () =>
      ({ editor, commands }) =>
        commands.updateAttributes('paragraph', { indent: !editor.isActive('paragraph', { indent: true }) }),
  }),
})

// Tiptap writes column widths as style=""; ours have none. ``colwidth`` stays because prosemirror-tables reads it.
const cellAttributes = () => ({
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})
const plainCell = (tag) => ({
  addAttributes: cellAttributes,
  renderHTML: ({ HTMLAttributes: { colspan, rowspan } }) => [
    tag,
    { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null },
    0,
  ],
})
const PlainTable = Table.extend({
  addNodeView: () => null,
  renderHTML: () => ['table', ['tbody', 0]],
})

export const extensions = ({ uploads, placeholder }) => [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2, 3, 4] }),
  Bold,
  Italic,
  Underline,
  Strike,
  Subscript,
  Superscript,
  Link,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  HardBreak,
  HorizontalRule,
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(plainCell('th')),
  TableCell.extend(plainCell('td')),
  Figure,
  PendingImage.configure({ uploads }),
  ParagraphLook,
  UndoRedo,
  Gapcursor,
  Dropcursor.configure({ color: false, class: 'editor-dropcursor' }),
  Placeholder.configure({
    placeholder: ({ node }) => (node.type.name === 'figure' ? '图注（可以不填）' : placeholder),
    showOnlyCurrent: false,
  }),
]

