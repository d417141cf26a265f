// The letters: Giấy mời (Mẫu 1.7) and Thông báo (Mẫu 1.5 of Nghị định 30/2020/NĐ-CP) in their parts and order. Pure.
import { meetingName } from '#functions/conferences/title.rules.ts'
import { clockWords, dayWords, listWords, momentWords } from '#functions/minutes/words.rules.ts'
import { type Block, page, textOf } from './blocks.rules.ts'
import type { Invitation, LetterKind } from './schema.ts'

export type Letter = { subject: string; text: string; html: string }

const subjects = {
  online: 'Dự hội nghị trực tuyến',
  hybrid: 'Dự hội nghị trực tiếp kết hợp trực tuyến',
  'in-person': 'Dự hội nghị',
} as const

const agendaItem = ({ title, plannedAt }: Invitation['agenda'][number]) =>
  plannedAt ? `${title} (${clockWords(plannedAt)})` : title

const gap: Block = { as: 'gap' }

const head = ({ host, writtenAt }: Invitation, heading: string, about: string): Block[] => [
  { as: 'centre', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { as: 'centre', text: 'Độc lập - Tự do - Hạnh phúc' },
  gap,
  { as: 'left', text: host.toUpperCase() },
  { as: 'date', text: dayWords(writtenAt) },
  gap,
  { as: 'heading', text: heading },
  { as: 'centre', text: about },
  gap,
]

const facts = ({
  host,
  chairs = [],
  unit,
  form,
  venue,
  startsAt,
  contributionsDueAt,
}: Invitation): Block[] => [
  { as: 'fact', name: 'Chủ trì', text: chairs.length > 0 ? listWords(chairs) : host },
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

const closing = (link: string, words: string): Block[] => [
  gap,
  { as: 'body', text: words },
  { as: 'link', text: 'Xem hội nghị và điểm cầu của đơn vị: ', to: link },
  gap,
  { as: 'left', text: 'Nơi nhận:' },
  { as: 'body', text: '- Như trên;' },
  { as: 'body', text: '- Lưu: VT.' },
]

/** The title is never cut: letters carry every part of it. */
const invitationBlocks = (invitation: Invitation): Block[] => [
  ...head(invitation, 'GIẤY MỜI', subjects[invitation.form]),
  { as: 'body', text: `${invitation.host} trân trọng kính mời: ${invitation.unit}` },
  { as: 'fact', name: 'Tới dự', text: meetingName(invitation.title) },
  ...facts(invitation),
  ...programme(invitation),
  ...closing(
    invitation.link,
    invitation.form === 'in-person'
      ? 'Đề nghị đơn vị cử đại biểu tham dự đúng thành phần, đúng giờ.'
      : 'Đề nghị đơn vị cử đại biểu tham dự đúng thành phần, kiểm tra đường truyền trước giờ họp.',
  ),
]

const because = ({ reason }: Invitation): Block[] =>
  reason === undefined ? [] : [{ as: 'fact', name: 'Lý do', text: reason.replace(/[.\s]+$/, '') }]

const to = ({ host, unit }: Invitation): Block => ({
  as: 'body',
  text: `${host} trân trọng thông báo tới: ${unit}`,
})

const what = ({ title }: Invitation): Block => ({ as: 'fact', name: 'Nội dung', text: meetingName(title) })

const changeBlocks = (letter: Invitation): Block[] => [
  ...head(letter, 'THÔNG BÁO', 'Về việc thay đổi thời gian, thông tin hội nghị'),
  to(letter),
  what(letter),
  ...(letter.before
    ? [{ as: 'fact', name: 'Thời gian đã thông báo trước đây', text: momentWords(letter.before) } as const]
    : []),
  ...because(letter),
  ...facts(letter),
  ...programme(letter),
  ...closing(letter.link, 'Thông tin trên thay thế thông tin đã gửi trước đây.'),
]

const postponementBlocks = (letter: Invitation): Block[] => [
  ...head(letter, 'THÔNG BÁO', 'Về việc hoãn hội nghị'),
  to(letter),
  what(letter),
  { as: 'fact', name: 'Thời gian dự kiến trước đây', text: momentWords(letter.startsAt) },
  ...because(letter),
  ...closing(letter.link, 'Thời gian tổ chức hội nghị sẽ được thông báo sau.'),
]

const cancellationBlocks = (letter: Invitation): Block[] => [
  ...head(letter, 'THÔNG BÁO', 'Về việc hủy hội nghị'),
  to(letter),
  what(letter),
  { as: 'fact', name: 'Thời gian dự kiến trước đây', text: momentWords(letter.startsAt) },
  ...because(letter),
  ...closing(letter.link, 'Hội nghị không tổ chức. Đề nghị đơn vị thông báo tới các đại biểu được biết.'),
]

const reminderBlocks = (letter: Invitation): Block[] => [
  ...head(letter, 'THÔNG BÁO', 'Về việc đăng ký đại biểu dự hội nghị'),
  to(letter),
  what(letter),
  { as: 'fact', name: 'Thời gian', text: momentWords(letter.startsAt) },
  ...(letter.note ? [{ as: 'body', text: letter.note } as const] : []),
  ...closing(
    letter.link,
    'Đến nay, Ban thư ký chưa nhận được đầy đủ danh sách và trả lời tham dự của đại biểu thuộc đơn vị. ' +
      'Đề nghị đơn vị cập nhật trên hệ thống.',
  ),
]

const kinds: Record<LetterKind, { subject: string; title: string; blocks: (letter: Invitation) => Block[] }> =
  {
    invitation: { subject: 'Giấy mời', title: 'Giấy mời', blocks: invitationBlocks },
    change: { subject: 'Thông báo thay đổi', title: 'Thông báo', blocks: changeBlocks },
    postponement: { subject: 'Thông báo hoãn', title: 'Thông báo', blocks: postponementBlocks },
    cancellation: { subject: 'Thông báo hủy', title: 'Thông báo', blocks: cancellationBlocks },
    reminder: { subject: 'Nhắc đăng ký đại biểu', title: 'Thông báo', blocks: reminderBlocks },
  }

/**
 * The letter in plain text and in HTML that says the same. It is a notice by mail: number, seal and signature are
 * those of the paper, which the host's office sends its own way.
 */
export const letterOf = (kind: LetterKind, letter: Invitation): Letter => {
  const { subject, title, blocks: blocksOf } = kinds[kind]
  const blocks = blocksOf(letter)
  return {
    subject: `${subject}: ${meetingName(letter.title)}`,
    text: `${blocks.map(textOf).join('\n')}\n`,
    html: page(title, blocks),
  }
}
