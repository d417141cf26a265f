// What came of a conference, as annexes: directives, commendations, figures, citations. Pure.
import type { PrintedText } from './print.schema.ts'
import { flagsWords, sentenceCase, shortDay } from './print-words.rules.ts'
import { type Body, column, notes, table, type UnitName } from './table.rules.ts'

type Outcomes = PrintedText['outcomes']

const ownersOf = (owners: readonly string[], unitName: UnitName): string =>
  owners.map((owner) => (owner.startsWith('unt_') ? unitName(owner) : owner)).join('; ')

const directives = ({ directives: all, citations }: Outcomes, unitName: UnitName): Body => {
  const cited = (id: string) => citations.find((citation) => citation.id === id)?.text ?? id
  return table(
    'directives',
    [
      column('Nội dung', 7),
      column('Đơn vị thực hiện', 4),
      column('Thời hạn', 2.4, true),
      column('Căn cứ, ghi chú', 4),
    ],
    all.map(({ text, owners, dueOn, saidBy, citations: basis, flags }) => [
      saidBy ? `${text} (${saidBy})` : text,
      ownersOf(owners, unitName),
      dueOn ? shortDay(dueOn) : '',
      sentenceCase([...basis.map(cited), flagsWords(flags)].filter(Boolean).join('; ')),
    ]),
  )
}

const told = (key: 'commendations' | 'figures' | 'citations', header: string, all: Outcomes['figures']) =>
  table(
    key,
    [column(header, 9), column('Nguồn', 3.6), column(notes, 4)],
    all.map(({ text, source = '', flags }) => [text, source, sentenceCase(flagsWords(flags))]),
  )

export const outcomeAnnexes = ({ outcomes }: PrintedText, unitName: UnitName): Body[] => [
  directives(outcomes, unitName),
  told('commendations', 'Nội dung khen thưởng', outcomes.commendations),
  told('figures', 'Số liệu', outcomes.figures),
  told('citations', 'Văn bản', outcomes.citations),
]
