// The letter of invitation: the parts and order of Giấy mời, Mẫu 1.7 of Nghị định 30/2020/NĐ-CP. Pure.
import { meetingName } from '#functions/conferences/title.rules.ts'
import { clockWords, dayWords, momentWords } from '#functions/minutes/words.rules.ts'
import type { Invitation } from './schema.ts'

export type Letter = { subject: string; text: string; html: string }

type Block =
  | { as: 'centre' | 'left' | 'date' | 'heading' | 'body'; text: string }
  | { as: 'fact'; name: string; text: string }
  | { as: 'list'; items: string[] }
  | { as: 'link'; text: string; to: string }
  | { as: 'gap' }

const subjects = {
  online: 'Dự hội nghị trực tuyến',
  hybrid: 'Dự hội nghị trực tiếp kết hợp trực tuyến',
  'in-person': 'Dự hội nghị',
} as const

const agendaItem = ({ title, plannedAt }: Invitation['agenda'][number]) =>
  plannedAt ? `${title} (${clockWords(plannedAt)})` : title

const gap: Block = { as: 'gap' }

const head = ({ host, form, writtenAt }: Invitation): Block[] => [
  { as: 'centre', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { as: 'centre', text: 'Độc lập - Tự do - Hạnh phúc' },
  gap,
  { as: 'left', text: host.toUpperCase() },
  { as: 'date', text: dayWords(writtenAt) },
  gap,
  { as: 'heading', text: 'GIẤY MỜI' },
  { as: 'centre', text: subjects[form] },
  gap,
]

const facts = ({ host, unit, form, venue, startsAt, contributionsDueAt }: Invitation): Block[] => [
  { as: 'fact', name: 'Chủ trì', text: host },
  { as: 'fact', name: 'Thời gian', text: momentWords(startsAt) },
  { as: 'fact', name: 'Địa điểm', text: venue },
  ...(form === 'in-person' ? [] : [{ as: 'fact', name: 'Điểm cầu', text: unit } as const]),
  ...(contributionsDueAt
    ? [{ as: 'fact', name: 'Hạn gửi tham luận', text: momentWords(contributionsDueAt) } as const]
    : []),
]

const programme = ({ agenda }: Invitation): Block[] =>
  agenda.length === 0
    ? []
    : [gap, { as: 'body', text: 'Chương trình:' }, { as: 'list', items: agenda.map(agendaItem) }]

const foot = ({ form, link }: Invitation): Block[] => [
  gap,
  {
    as: 'body',
    text:
      form === 'in-person'
        ? 'Đề nghị đơn vị cử đại biểu tham dự đúng thành phần, đúng giờ.'
        : 'Đề nghị đơn vị cử đại biểu tham dự đúng thành phần, kiểm tra đường truyền trước giờ họp.',
  },
  { as: 'link', text: 'Xem hội nghị và điểm cầu của đơn vị: ', to: link },
  gap,
  { as: 'left', text: 'Nơi nhận:' },
  { as: 'body', text: '- Như trên;' },
  { as: 'body', text: '- Lưu: VT.' },
]

/** The title is never cut: letters carry every part of it. */
const blocksOf = (invitation: Invitation): Block[] => [
  ...head(invitation),
  { as: 'body', text: `${invitation.host} trân trọng kính mời: ${invitation.unit}` },
  { as: 'fact', name: 'Tới dự', text: meetingName(invitation.title) },
  ...facts(invitation),
  ...programme(invitation),
  ...foot(invitation),
]

const textOf = (block: Block): string => {
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

const page = (blocks: readonly Block[]) =>
  [
    '<!doctype html>',
    '<html lang="vi"><head><meta charset="utf-8"><title>Giấy mời</title></head>',
    `<body style="max-width:680px;margin:0 auto;padding:24px;font:17px/1.4 'Times New Roman',Tinos,serif">`,
    ...blocks.map(htmlOf),
    '</body></html>',
    '',
  ].join('\n')

/**
 * The letter in plain text and in HTML that says the same. It is a notice by mail: number, seal and signature are
 * those of the paper, which the host's office sends its own way.
 */
export const letterOf = (invitation: Invitation): Letter => {
  const blocks = blocksOf(invitation)
  return {
    subject: `Giấy mời: ${meetingName(invitation.title)}`,
    text: `${blocks.map(textOf).join('\n')}\n`,
    html: page(blocks),
  }
}
