/**
 * Saves a form while somebody writes in it: ``<form data-autosave-url="…" data-revision="3">``.
 *
 * Optional: ``data-autosave-key`` (name of the local copy; put the person's id in it), ``data-saved-at`` (when the
 * server last saved, as text), ``data-sign-in-url``, and an element ``[data-autosave-status]`` for the status line.
 *
 * The form is posted with ``revision`` two seconds after a change, at least every twenty while typing goes on, and
 * when the page is left. The server answers with JSON:
 *   200 {revision, saved_at, …}   saved; the whole answer goes out as the event ``autosave:saved``
 *   409 {error, copy}             somebody else saved; saving stops (event ``autosave:conflict``)
 *   401, or the sign-in page      the session has ended; tried again until it is back
 *   other 4xx {error}             refused; the sentence is shown, and the next change is tried again
 * Until the server has the text, a copy lies in this browser and is offered when the page is opened again.
 */
const QUIET = 2_000
const AT_MOST = 20_000
const RETRIES = [5_000, 10_000, 20_000, 40_000, 60_000]
const KEEPALIVE_LIMIT = 60_000 // browsers refuse more than 64 KiB in a request that outlives its page
const KEPT_FOR = 30 * 24 * 3600 * 1000
const PREFIX = 'gongkai-autosave:'

class Autosave {
  #form
  #status
  #key
  #timer = null
  #firstChangeAt = 0
  #changes = 0 // counts changes, so that an answer knows whether it is about the latest
  #savedChanges = 0
  #isSending = false
  #isStopped = false
  #isSubmitting = false
  #waitingSubmitter = null // the button that was pressed while a save was under way
  #failures = 0

  constructor(form) {
    this.#form = form
    this.#key = PREFIX + (form.dataset.autosaveKey ?? location.pathname)
    this.#status = form.querySelector('[data-autosave-status]') ?? form.appendChild(document.createElement('p'))
    this.#status.classList.add('autosave-status')
    this.#status.setAttribute('role', 'status')
    form.addEventListener('input', () => this.#noteChange())
    form.addEventListener('change', () => this.#noteChange())
    // Runs after every other listener had its chance to hold the form back.
    form.addEventListener('submit', (event) => {
      this.#letSaveLand(event)
      queueMicrotask(() => event.defaultPrevented || this.#noteSubmit())
    })
    addEventListener('online', () => this.#isDirty && this.#save())
    addEventListener('focus', () => this.#failures && this.#isDirty && this.#save())
    addEventListener('pagehide', () => this.#leave())
    document.addEventListener('visibilitychange', () => document.hidden && this.#leave())
    addEventListener('beforeunload', (event) => {
      if (this.#isDirty && !this.#isSubmitting) event.preventDefault()
    })
    this.#offerLocalCopy()
  }

  get #isDirty() {
    return this.#changes > this.#savedChanges
  }

  #noteChange() {
    if (!this.#isDirty) this.#firstChangeAt = Date.now()
    this.#changes += 1
    this.#keepLocally()
    if (this.#isStopped) return
    if (!this.#failures) this.#say('有未保存的改动')
    const left = this.#firstChangeAt + AT_MOST - Date.now()
    this.#schedule(Math.max(0, Math.min(QUIET, left)))
  }

  #schedule(delay) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#save(), delay)
  }

  /** A save under way makes the form's revision old; submitted before its answer, the person would meet themselves. */
  #letSaveLand(event) {
    if (!this.#isSending || this.#isStopped) return
    event.preventDefault()
    this.#waitingSubmitter = event.submitter ?? this.#form
  }

  #submitIfWaiting() {
    const submitter = this.#waitingSubmitter
    this.#waitingSubmitter = null
    if (submitter && !this.#isStopped) this.#form.requestSubmit(submitter === this.#form ? undefined : submitter)
  }

  #noteSubmit() {
    this.#isSubmitting = true
    clearTimeout(this.#timer)
    if (this.#isDirty) this.#keepLocally({ isSubmitted: true })
    // The page is still here: the submission was answered with a download or failed on the way.
    setTimeout(() => (this.#isSubmitting = false), 10_000)
  }

  async #save() {
    if (this.#isSending || this.#isStopped || this.#isSubmitting || !this.#isDirty) return
    clearTimeout(this.#timer)
    this.#isSending = true
    const changes = this.#changes
    let answer
    try {
      answer = await this.#post()
    } catch {
      answer = { status: 0, body: null }
    }
    this.#isSending = false
    this.#read(answer, changes)
    this.#submitIfWaiting()
  }

  async #post(options = {}) {
    const body = new URLSearchParams(this.#fields())
    const token = cookie('csrftoken') ?? this.#form.elements.csrfmiddlewaretoken?.value ?? ''
    // A cookie changed by a new sign-in has outdated the token in the form; its own submit button needs the new one too.
    if (this.#form.elements.csrfmiddlewaretoken) this.#form.elements.csrfmiddlewaretoken.value = token
    body.set('revision', this.#form.dataset.revision)
    body.set('csrfmiddlewaretoken', token)
    const response = await fetch(this.#form.dataset.autosaveUrl, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json', 'X-CSRFToken': token, 'X-Requested-With': 'XMLHttpRequest' },
      credentials: 'same-origin',
      ...options,
    })
    const isJson = (response.headers.get('Content-Type') ?? '').includes('application/json')
    const isSignIn = response.redirected || (!isJson && [200, 403].includes(response.status))
    return { status: isSignIn ? 401 : response.status, body: isJson ? await response.json() : null }
  }

  #read({ status, body }, changes) {
    if (status === 200) {
      this.#failures = 0
      this.#savedChanges = Math.max(this.#savedChanges, changes)
      this.#form.dataset.revision = body.revision
      const field = this.#form.elements.namedItem('revision')
      if (field) field.value = body.revision
      this.#say(`已自动保存 ${body.saved_at}`)
      this.#tell('autosave:saved', body)
      if (this.#isDirty) {
        this.#firstChangeAt = Date.now()
        this.#schedule(QUIET)
      } else forget(this.#key)
    } else if (status === 409) {
      this.#isStopped = true
      this.#keepLocally()
      this.#say(body?.error ?? '这篇稿件已被别人修改，自动保存已停止。您的文字还在本页，没有丢失。', 'is-error')
      this.#tell('autosave:conflict', body)
    } else if (status === 401) {
      this.#wait('登录已过期，您的文字已留在这台电脑上。请在新标签页重新登录，回到这里会自动保存。', {
        href: this.#form.dataset.signInUrl ?? '/accounts/login/',
        label: '在新标签页登录',
      })
    } else if (status >= 400 && status < 500 && body?.error) {
      this.#keepLocally()
      this.#say(body.error, 'is-error')
    } else {
      this.#wait('没有连上服务器，您的文字已留在这台电脑上，连上后自动保存。')
    }
  }

  /** Not saved for now: keep the text here and try again, each time a little later. */
  #wait(sentence, link = null) {
    this.#keepLocally()
    this.#say(sentence, 'is-error', link)
    this.#schedule(RETRIES[Math.min(this.#failures, RETRIES.length - 1)])
    this.#failures += 1
  }

  #leave() {
    if (!this.#isDirty || this.#isSubmitting) return
    this.#keepLocally()
    if (this.#isStopped || this.#isSending) return
    const changes = this.#changes
    const size = new Blob([new URLSearchParams(this.#fields()).toString()]).size
    this.#isSending = true
    this.#post({ keepalive: size < KEEPALIVE_LIMIT })
      .catch(() => ({ status: 0, body: null }))
      .then((answer) => {
        // Only a page that was merely hidden lives to read this.
        this.#isSending = false
        this.#read(answer, changes)
        this.#submitIfWaiting()
      })
  }

  #fields() {
    return [...new FormData(this.#form)].filter(([, value]) => typeof value === 'string')
  }

  #tell(name, detail) {
    this.#form.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  }

  #say(sentence, look = '', link = null) {
    if (this.#status.dataset.sentence === sentence) return // the same again would be read aloud again
    this.#status.dataset.sentence = sentence
    this.#status.classList.toggle('is-error', look === 'is-error')
    this.#status.replaceChildren(sentence)
    if (link) {
      const anchor = Object.assign(document.createElement('a'), { href: link.href, target: '_blank', rel: 'noopener' })
      anchor.textContent = link.label
      this.#status.append(' ', anchor)
    }
  }

  // --- the copy in this browser ---

  #keepLocally(more = {}) {
    const fields = this.#fields().filter(([name]) => !['csrfmiddlewaretoken', 'revision'].includes(name))
    const copy = { revision: Number(this.#form.dataset.revision), at: Date.now(), fields, ...more }
    try {
      localStorage.setItem(this.#key, JSON.stringify(copy))
    } catch {
      // Storage is full or forbidden: the text is still on the page, and leaving it asks first.
    }
  }

  #offerLocalCopy() {
    forgetOld()
    const copy = read(this.#key)
    if (!copy) return
    const revision = Number(this.#form.dataset.revision)
    const hasArrived = this.#isSameAs(copy.fields) || (copy.isSubmitted && revision > copy.revision)
    if (hasArrived) return forget(this.#key)
    const bar = document.createElement('div')
    bar.className = 'autosave-bar'
    bar.setAttribute('role', 'alert')
    const text = document.createElement('p')
    const savedAt = this.#form.dataset.savedAt
    const server = savedAt ? `服务器上的内容保存于 ${savedAt}` : '服务器上有较早的内容'
    const newer = revision > copy.revision ? '，在那之后又被保存过' : ''
    text.textContent = `这台电脑上有 ${timeOf(copy.at)} 写下、没有保存到服务器的文字；${server}${newer}。`
    const button = (label, act) => {
      const element = document.createElement('button')
      element.type = 'button'
      element.textContent = label
      element.addEventListener('click', () => {
        act()
        bar.remove()
      })
      return element
    }
    bar.append(
      text,
      button('恢复这台电脑上的文字', () => this.#restore(copy.fields)),
      button('不要了，用服务器上的', () => forget(this.#key)),
    )
    this.#form.prepend(bar)
  }

  #isSameAs(fields) {
    const current = this.#fields().filter(([name]) => !['csrfmiddlewaretoken', 'revision'].includes(name))
    const essence = (pairs) => JSON.stringify(pairs.map(([name, value]) => [name, plainForm(value)]))
    return essence(current) === essence(fields)
  }

  #restore(fields) {
    const values = new Map()
    for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
    const skipped = ['csrfmiddlewaretoken', 'revision']
    for (const element of this.#form.elements) {
      if (!element.name || skipped.includes(element.name) || ['file', 'submit', 'button'].includes(element.type)) continue
      const stored = values.get(element.name) ?? []
      if (element.type === 'checkbox' || element.type === 'radio') element.checked = stored.includes(element.value)
      else if (element instanceof HTMLSelectElement) {
        for (const option of element.options) option.selected = stored.includes(option.value)
      } else if (stored.length) element.value = stored.shift()
      element.dispatchEvent(new Event('change', { bubbles: true }))
    }
  }
}

/** The server tidies HTML and line ends when it saves; a copy that differs only in that is no unsaved text. */
const plainForm = (value) =>
  value
    .replace(/<([a-z][a-z0-9]*)\b[^>]*>/gi, '<$1>')
    .replace(/&nbsp;|[\s\u00a0]/g, '')

const timeOf = (moment) =>
  new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(moment)

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is forbidden, so nothing lies there.
  }
}

/** Texts nobody came back for do not stay on an office computer for ever. */
function forgetOld() {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      if (Date.now() - (read(key)?.at ?? 0) > KEPT_FOR) forget(key)
    }
  } catch {
    // As above.
  }
}

function cookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

document.querySelectorAll('form[data-autosave-url]').forEach((form) => new Autosave(form))
