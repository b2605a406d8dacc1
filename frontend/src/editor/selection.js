// Where the caret is and who has the keyboard, known before the next key.
//
// A browser moves the caret at once and says so a moment later; the editor acts on what it has been told. While the page
// is busy, for instance writing out a long text, it gets the next key first: End and Enter in quick succession would
// break the line where the caret stood before, and Shift with an arrow would not reach over into the next cell.

/** Let the editor in ``root`` hear of a new selection before each key and each press of a button, not after. */
export function readSelectionFirst(root) {
  const read = (event) => {
    // While a word is being spelt out in an input method, the keys are the method's and not the editor's.
    if (!event.isComposing && event.keyCode !== 229) document.dispatchEvent(new Event('selectionchange'))
  }
  root.addEventListener('keydown', read, { capture: true })
  root.addEventListener('mousedown', read, { capture: true })
}

/** Give the keyboard back to the text at once. Tiptap's focus() waits for a frame; keys until then would be lost. */
export function returnToText(editor) {
  if (editor.view.hasFocus()) return // nothing to give back, and the text should not be scrolled under the mouse
  editor.view.focus()
  editor.commands.scrollIntoView()
}
