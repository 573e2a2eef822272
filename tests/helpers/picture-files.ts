import type { Page } from 'playwright-core'

/** What a browser finds in a file of SVG that it knows nothing else about. */
export interface ReadSvg {
  /** What the parser complains about, or nothing. */
  malformed: string
  root: string
  width: number
  height: number
  viewBox: string
  texts: string[]
  /** Attributes that mean something only together with a page or another file. */
  foreign: string[]
  /** The names of its elements. */
  names: string[]
}

export const readSvg = (page: Page, svg: string): Promise<ReadSvg> =>
  page.evaluate(`(() => {
    const read = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml')
    const all = [...read.querySelectorAll('*')]
    const root = read.documentElement
    const isForeign = ({ name, value }) =>
      /^(class|style|on.*|data-.*)$/.test(name) ||
      (/href$/.test(name) && !value.startsWith('#')) ||
      /var\\(|url\\((?!#)/.test(value)
    return {
      malformed: read.querySelector('parsererror')?.textContent ?? '',
      root: root.localName,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      viewBox: root.getAttribute('viewBox'),
      texts: all.filter((one) => one.localName === 'text').map((one) => one.textContent),
      foreign: all.flatMap((one) =>
        [...one.attributes].filter(isForeign).map(({ name, value }) => one.localName + ' ' + name + '=' + value),
      ),
      names: [...new Set(all.map((one) => one.localName))],
    }
  })()`)

/** Size in px, the colour near a corner, and how many dark pixels stand in three parts of the height. */
export interface ReadPng {
  width: number
  height: number
  corner: number[]
  title: number
  drawing: number
  notes: number
}

/** A picture as the browser decodes it: `title` its first 50 px, `notes` its last 130, `drawing` what is between. */
export const readPng = (page: Page, png: Buffer): Promise<ReadPng> =>
  page.evaluate(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png.toString('base64')}'
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const dark = (top, bottom) => {
      const { data } = context.getImageData(0, top, canvas.width, bottom - top)
      let count = 0
      for (let at = 0; at < data.length; at += 4) if (data[at] < 110) count++
      return count
    }
    return {
      width: canvas.width,
      height: canvas.height,
      corner: [...context.getImageData(2, 2, 1, 1).data],
      title: dark(0, 100),
      drawing: dark(100, canvas.height - 260),
      notes: dark(canvas.height - 260, canvas.height),
    }
  })()`)

/** What is seen to be wrong with the texts of an SVG file: cut by its edge, or lying over one another. */
export const textFaultsOf = (page: Page, svg: string): Promise<string[]> =>
  page.evaluate(`(() => {
    const place = document.createElement('div')
    place.innerHTML = ${JSON.stringify(svg)}
    document.body.append(place)
    const root = place.querySelector('svg')
    const edge = root.getBoundingClientRect()
    const texts = [...root.querySelectorAll('text')].filter((one) => one.textContent.trim().length > 1)
    const boxes = texts.map((one) => ({ said: one.textContent, ...one.getBoundingClientRect().toJSON() }))
    const cut = boxes.filter(({ left, right, bottom }) => left < edge.left - 1 || right > edge.right + 1 || bottom > edge.bottom + 1)
    const over = boxes.flatMap((one, index) =>
      boxes.slice(index + 1)
        .filter((other) => one.left + 1 < other.right && other.left + 1 < one.right && one.top + 4 < other.bottom && other.top + 4 < one.bottom)
        .map((other) => one.said + ' lies over ' + other.said))
    place.remove()
    return [...cut.map(({ said }) => said + ' is cut'), ...over]
  })()`)
