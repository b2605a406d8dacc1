// Files on their way to the server. An upload outlives undo and redo: the document only names it by its id.

const readable = {
  401: '登录已过期，图片没有上传。请在新标签页重新登录，再点“重试”。',
  403: '登录已过期或没有权限，图片没有上传。请在新标签页重新登录，再点“重试”。',
  413: '图片太大，服务器没有接收。请压缩后重新插入。',
}
const FAILED = '图片没有上传成功。请稍后点“重试”。'
const OFFLINE = '没有连上服务器，图片没有上传。请检查网络后点“重试”。'

export class Uploads {
  #entries = new Map()
  #onChange

  constructor({ url, token, onChange }) {
    this.url = url
    this.token = token
    this.#onChange = onChange
  }

  get = (id) => this.#entries.get(id)

  /** Start to send a file and return the id of its upload. */
  add(file, { alt = '', width = null, height = null } = {}) {
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
    this.#entries.set(id, { id, file, alt, width, height, state: 'sending', progress: 0, message: '' })
    this.#send(id)
    return id
  }

  /** Keep a picture that cannot be sent, with the sentence that says why. */
  addFailed(message, { alt = '' } = {}) {
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
    this.#entries.set(id, { id, file: null, alt, state: 'failed', progress: 0, message })
    return id
  }

  retry(id) {
    this.#change(id, { state: 'sending', progress: 0, message: '' })
    this.#send(id)
  }

  #change(id, values) {
    Object.assign(this.#entries.get(id), values)
    this.#onChange(id)
  }

  async #send(id) {
    const entry = this.#entries.get(id)
    try {
      // ``createImageBitmap`` also finds out that a file is no picture before it is sent.
      if (!entry.width || !entry.height) Object.assign(entry, await sizeOf(entry.file))
      const answer = await this.#post(entry, (progress) => this.#change(id, { progress }))
      this.#change(id, { state: 'done', url: answer.url, alt: entry.alt || answer.alternative_text || '' })
    } catch (problem) {
      this.#change(id, { state: 'failed', message: problem.message })
    }
  }

  // XMLHttpRequest, because fetch does not tell how much has been sent.
  #post({ file, alt }, onProgress) {
    return new Promise((resolve, reject) => {
      const call = new XMLHttpRequest()
      const fail = (message) => reject(new Error(message))
      call.open('POST', this.url)
      call.setRequestHeader('X-CSRFToken', this.token())
      call.setRequestHeader('Accept', 'application/json')
      call.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100))
      call.onerror = () => fail(OFFLINE)
      call.onload = () => {
        const answer = parsed(call.responseText)
        if (call.status < 300 && answer?.url) resolve(answer)
        else fail(answer?.error ?? readable[call.status] ?? FAILED)
      }
      const form = new FormData()
      form.append('file', file, file.name)
      if (alt) form.append('alternative_text', alt)
      call.send(form)
    })
  }
}

async function sizeOf(file) {
  let bitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    throw new Error('浏览器读不出这张图片。请另存为 PNG 或 JPEG 格式后重新插入。')
  }
  const { width, height } = bitmap
  bitmap.close()
  return { width, height }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
