// Builds src/gongkai/static/vendor: each library in a folder of its own, with its licence and the hash of every file.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const vendor = resolve(here, '../src/gongkai/static/vendor')
const modules = join(here, 'node_modules')
const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

const ICONS = [
  'home', 'search', 'file-text', 'file-up', 'file-down', 'image', 'paperclip', 'pencil', 'trash-2', 'check', 'x',
  'arrow-up', 'arrow-down', 'arrow-left', 'arrow-right', 'chevron-right', 'chevron-down', 'clock', 'calendar', 'user',
  'users', 'building-2', 'folder-tree', 'list', 'list-checks', 'printer', 'rss', 'eye', 'undo-2', 'redo-2', 'send',
  'shield-check', 'alert-triangle', 'info', 'download', 'external-link', 'settings', 'log-out', 'bell', 'pin', 'link',
  'qr-code', 'history', 'layout-dashboard', 'grip-vertical', 'merge', 'archive', 'star',
] // prettier-ignore

rmSync(vendor, { recursive: true, force: true })
await buildEditor()
copyHtmx()
makeIcons()

async function buildEditor() {
  const folder = newFolder(`editor@${versionOf(here)}`)
  const result = await build({
    entryPoints: [join(here, 'src/editor/index.js'), join(here, 'src/autosave.js')],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
    legalComments: 'none', // the licences are in LICENSE.txt
    loader: { '.svg': 'text' },
    metafile: true,
    absWorkingDir: here,
    logLevel: 'warning',
  })
  const packages = new Set(
    Object.keys(result.metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  )
  const own = 'Gongkai editor and autosave (sources in frontend/): Apache-2.0, see LICENSE at the top of the project.\n'
  const texts = [...packages].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
    return `${'-'.repeat(78)}\n${name} ${version} (${license})\n\n${licenceOf(join(modules, name))}`
  })
  writeFileSync(join(folder, 'LICENSE.txt'), `${own}It contains:\n\n${texts.join('\n')}`)
  // The build names an entry after its file; ``editor.js`` says more in a template.
  copyFileSync(join(folder, 'index.js'), join(folder, 'editor.js'))
  rmSync(join(folder, 'index.js'))
  writeHashes(folder)
}

function copyHtmx() {
  const source = join(modules, 'htmx.org')
  const folder = newFolder(`htmx@${versionOf(source)}`)
  // The map is not shipped, and Django would look for the file its comment names.
  const code = readFileSync(join(source, 'dist/htmx.min.js'), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*$/m, '')
  writeFileSync(join(folder, 'htmx.min.js'), code)
  writeFileSync(join(folder, 'LICENSE.txt'), licenceOf(source))
  writeHashes(folder)
}

/** One file with all icons: ``<svg class="icon" aria-hidden="true"><use href="…/lucide.svg#home"/></svg>``. */
function makeIcons() {
  const source = join(modules, 'lucide-static')
  const folder = newFolder(`lucide@${versionOf(source)}`)
  const symbols = ICONS.map((name) => {
    const svg = readFileSync(iconFile(source, name), 'utf8')
    const drawing = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)[1].replace(/\s*\n\s*/g, '')
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`
  })
  writeFileSync(join(folder, 'lucide.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`)
  writeFileSync(join(folder, 'LICENSE.txt'), licenceOf(source))
  writeHashes(folder)
}

/** Lucide renames icons now and then; the name we use stays ours. */
function iconFile(source, name) {
  const renamed = { home: 'house', 'alert-triangle': 'triangle-alert' }
  const file = [name, renamed[name]].map((each) => join(source, 'icons', `${each}.svg`)).find(existsSync)
  if (!file) throw new Error(`Lucide has no icon "${name}" any more. Name its successor in iconFile().`)
  return file
}

function licenceOf(folder) {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file))
  if (!name) throw new Error(`${folder} has no licence file: it may not be shipped.`)
  return readFileSync(join(folder, name), 'utf8')
}

function newFolder(name) {
  const folder = join(vendor, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

function writeHashes(folder) {
  const lines = readdirSync(folder)
    .sort()
    .map((name) => `${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}  ${name}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}
