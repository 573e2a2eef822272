import { download } from './download.ts'
import { type Picture, type PictureWords, toPicture } from './picture.ts'

export type PictureFormat = 'png' | 'svg'

/** What became of a picture: in the reader's downloads, not drawn yet, or refused by the browser. */
export type Saved = 'saved' | 'not-drawn' | 'refused'

/** Sharp on screens and in print: px of the file for each px of the drawing. */
const SCALE = 2

const toSvgFile = ({ text }: Picture): Blob =>
  new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: 'image/svg+xml' })

/** The page's policy allows pictures from data: addresses, and no others that a script makes. */
async function toPngFile({ text, width, height }: Picture): Promise<Blob | null> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Hands the picture of a drawing to the browser's downloads, as `name` with the ending of its format. */
export async function savePicture(
  format: PictureFormat,
  name: string,
  words: PictureWords,
  drawing: () => SVGSVGElement | null,
): Promise<Saved> {
  const picture = toPicture(words, drawing)
  if (!picture) return 'not-drawn'
  try {
    const file = format === 'svg' ? toSvgFile(picture) : await toPngFile(picture)
    if (!file) return 'refused'
    download(file, `${name}.${format}`)
    return 'saved'
  } catch {
    return 'refused'
  }
}
