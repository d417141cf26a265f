// The blocks a letter is made of, and how they read in plain text and in HTML. Pure.

export type Block =
  | { as: 'centre' | 'left' | 'date' | 'heading' | 'body'; text: string }
  | { as: 'fact'; name: string; text: string }
  | { as: 'list'; items: string[] }
  | { as: 'link'; text: string; to: string }
  | { as: 'gap' }

/** A block in plain text. */
export const textOf = (block: Block): string => {
  if (block.as === 'gap') return ''
  if (block.as === 'fact') return `${block.name}: ${block.text}.`
  if (block.as === 'list') return block.items.map((item, at) => `${at + 1}. ${item}`).join('\n')
  return block.as === 'link' ? block.text + block.to : block.text
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const styles = {
  centre: 'text-align:center;font-weight:bold',
  left: 'font-weight:bold',
  date: 'font-style:italic',
  heading: 'text-align:center;font-weight:bold;font-size:19px',
  body: 'text-align:justify',
  fact: 'text-align:justify',
  link: '',
}

const inner = (block: Exclude<Block, { as: 'gap' | 'list' }>): string => {
  if (block.as === 'fact') return `<b>${block.name}:</b> ${escaped(block.text)}.`
  if (block.as === 'link') return `${block.text}<a href="${escaped(block.to)}">${escaped(block.to)}</a>`
  return escaped(block.text)
}

const htmlOf = (block: Block): string => {
  if (block.as === 'gap') return '<br>'
  if (block.as === 'list')
    return `<ol>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ol>`
  return `<p style="margin:0 0 6px;${styles[block.as]}">${inner(block)}</p>`
}

/** A whole page of HTML. @param title what the document is called */
export const page = (title: string, blocks: readonly Block[]) =>
  [
    '<!doctype html>',
    `<html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head>`,
    `<body style="max-width:680px;margin:0 auto;padding:24px;font:17px/1.4 'Times New Roman',Tinos,serif">`,
    ...blocks.map(htmlOf),
    '</body></html>',
    '',
  ].join('\n')
