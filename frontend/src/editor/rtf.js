// Word and WPS put the pixels of pasted pictures only into the RTF of the clipboard, as hexadecimal digits.

const TOKEN = /[{}]|\\([a-z]+)(-?\d+)? ?|\\[^a-z]|[^{}\\]+/giy
// Groups whose pictures are not in the text: duplicates for old readers, list bullets, headers, page background.
const SKIPPED = new Set([
  'nonshppict', 'shprslt', 'listpicture', 'background', 'blipuid', 'picprop',
  'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf',
]) // prettier-ignore
const FORMATS = { pngblip: 'image/png', jpegblip: 'image/jpeg', emfblip: 'EMF', wmetafile: 'WMF', dibitmap: 'BMP' }

/**
 * Return the pictures of an RTF text in reading order: ``{type, hex, width, height}``.
 *
 * ``type`` is a media type for PNG and JPEG and the bare name of a format no browser shows otherwise.
 */
export function picturesInRtf(rtf) {
  const pictures = []
  const outer = []
  let group = { isSkipped: false, picture: null }
  TOKEN.lastIndex = 0
  for (let match; (match = TOKEN.exec(rtf)); ) {
    const [token, word, argument] = match
    if (token === '{') {
      outer.push(group)
      group = { isSkipped: group.isSkipped, picture: null }
    } else if (token === '}') {
      group = outer.pop() ?? { isSkipped: false, picture: null }
    } else if (word) {
      if (SKIPPED.has(word)) group.isSkipped = true
      else if (word === 'pict' && !group.isSkipped) {
        group.picture = { type: null, hex: '', width: 0, height: 0, scaleX: 100, scaleY: 100 }
        pictures.push(group.picture)
      } else if (group.picture) readProperty(group.picture, word, Number(argument))
    } else if (group.picture && !token.startsWith('\\')) {
      group.picture.hex += token.replace(/\s+/g, '')
    }
  }
  return pictures
    .filter((picture) => picture.hex !== '')
    .map(({ type, hex, width, height, scaleX, scaleY }) => ({
      type,
      hex,
      width: (width * scaleX) / 100,
      height: (height * scaleY) / 100,
    }))
}

function readProperty(picture, word, value) {
  if (word in FORMATS) picture.type = FORMATS[word]
  else if (word === 'picwgoal') picture.width = value
  else if (word === 'pichgoal') picture.height = value
  else if (word === 'picscalex') picture.scaleX = value
  else if (word === 'picscaley') picture.scaleY = value
}

/**
 * Pair ``images`` (``{width, height}``) with pictures, in order; an image without its picture gets null.
 *
 * When the counts differ something is missing on one side, and the shape has to agree: better no picture than
 * another one.
 */
export function matchPictures(images, pictures) {
  if (images.length === pictures.length) return pictures
  let next = 0
  return images.map((image) => {
    const found = pictures.findIndex((picture, place) => place >= next && isSameShape(image, picture))
    if (found === -1) return null
    next = found + 1
    return pictures[found]
  })
}

function isSameShape(image, picture) {
  if (!image.width || !image.height || !picture.width || !picture.height) return false
  const ratio = image.width / image.height / (picture.width / picture.height)
  return ratio > 0.95 && ratio < 1.05
}

export function bytesOfHex(hex) {
  const bytes = new Uint8Array(hex.length >> 1)
  for (let place = 0; place < bytes.length; place += 1) {
    bytes[place] = Number.parseInt(hex.slice(place * 2, place * 2 + 2), 16)
  }
  return bytes
}
