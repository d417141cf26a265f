// The four past conferences that every home begins with, entered and sealed: each record's text against the facts reported.
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MinutesText2 } from '#functions/minutes/text.schema.ts'
import { handler as index } from '#functions/search/write-index.lambda.ts'
import { enterPersons, enterReport, reports } from '#infra/local/reports/load.ts'
import type { Client } from '#test/support/api.ts'
import { type ArchiveHome, sealedImport, startArchiveHome, sure } from '#test/support/archive.ts'

let home: ArchiveHome
let archivist: Client
let persons: Awaited<ReturnType<typeof enterPersons>>
const records = new Map<string, { id: string; text: MinutesText2 }>()

const desk = (client: Client) => ({
  get: (path: string) => sure(client.get(`/api${path}`)),
  post: async (path: string, body: object = {}) => {
    const { status, body: answer } = await client.post(`/api${path}`, body)
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
    return answer
  },
})

const loadRecord = async (slug: string, id: string) => {
  const { record } = await sure(archivist.get(`/api/archive/${id}`))
  records.set(slug, { id, text: MinutesText2.parse(record.minutes) })
}

beforeAll(async () => {
  home = await startArchiveHome()
  archivist = await home.somebody(['archivist', '*'])
  persons = await enterPersons(desk(await home.somebody(['administrator', '*'])), reports)
  for (const report of reports) {
    const id = await enterReport(desk(archivist), report, persons)
    const { recordId } = await sealedImport(archivist, id)
    await loadRecord(report.slug, recordId)
  }
})
afterAll(() => home.stop())

const recordOf = (slug: string) => {
  const record = records.get(slug)
  if (!record) throw new Error(`no record of ${slug}`)
  return record
}
const textOf = (slug: string) => recordOf(slug).text
const wordsOf = (slug: string) =>
  textOf(slug)
    .blocks.map(({ text }) => text)
    .join('\n')
const says = (slug: string, ...parts: string[]) => {
  for (const part of parts) expect(wordsOf(slug)).toContain(part)
}

describe('Hải Dương, 07/3/2017', () => {
  it('says when, where from, who, and what became of the host', () => {
    says(
      'hai-duong',
      'Hội nghị được tổ chức vào ngày 07 tháng 3 năm 2017.',
      'Ủy ban nhân dân tỉnh Hải Dương (hội nghị cấp tỉnh)',
      'Từ ngày 01 tháng 7 năm 2025, đơn vị kế thừa là Ủy ban nhân dân thành phố Hải Phòng.',
      'Đồng chí Đại tá Bùi Ngọc Phi, Giám đốc Công an tỉnh Hải Dương, trình bày báo cáo.',
      'Đồng chí Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an, phát biểu chỉ đạo Hội nghị.',
      'Nguyễn Mạnh Hiển, Ủy viên Trung ương Đảng',
      'Nguyễn Dương Thái',
      'Tư liệu không ghi người chủ trì Hội nghị.',
    )
    expect(textOf('hai-duong').conference.title).toHaveLength(3)
  })

  it('has 207, 147 and 32 awards', () => {
    says('hai-duong', '207 tập thể, cá nhân (năm 2016)', '147 làng, khu dân cư')
    says('hai-duong', 'Tổng cộng 32 phần thưởng: 27 lượt tập thể, 5 lượt cá nhân.')
    says(
      'hai-duong',
      '- 3 cá nhân được nhận Cờ thi đua xuất sắc của Bộ Công an',
      '- 12 tập thể được nhận Bằng khen của Bộ Công an.',
      '- 2 tập thể được nhận Cờ thi đua của UBND tỉnh Hải Dương.',
      '- 13 tập thể, 2 cá nhân được nhận Bằng khen của UBND tỉnh Hải Dương.',
    )
  })

  it('keeps both sides of what text and caption say of the flag', () => {
    says(
      'hai-duong',
      'Các nguồn ghi khác nhau về Cờ thi đua xuất sắc của Bộ Công an: nguồn 1 (chính văn) ghi “3 cá nhân được nhận',
      'nguồn 1 (chú thích ảnh) ghi “Các tập thể được nhận Cờ thi đua xuất sắc của Bộ Công an”. Hồ sơ giữ nguyên các cách ghi; lý do: chính văn',
    )
    const [one] = textOf('hai-duong').disagreements
    expect(one).toMatchObject({ kind: 'commendation', settled: { chosen: 'sources-disagree' } })
    expect(one?.statements).toHaveLength(2)
  })
})

describe('Gia Viễn, sáng 23/02/2023', () => {
  it('is of a district that is no more', () => {
    says(
      'gia-vien',
      'vào sáng ngày 23 tháng 02 năm 2023',
      'Ủy ban nhân dân huyện Gia Viễn (hội nghị cấp huyện)',
      'Từ ngày 01 tháng 7 năm 2025, đơn vị này không còn tổ chức.',
      'Lưu Thị Huyền, Phó Bí thư Thường trực Huyện ủy Gia Viễn, phát biểu chỉ đạo',
      'Vũ Thị Dược',
    )
  })

  it('has its figures, and the citation without a year flagged', () => {
    says('gia-vien', ': 10 mô hình', ': 3 mô hình', ': 21 xã, thị trấn', ': 25/25 trường', ': 49/50 vụ')
    says('gia-vien', 'hàng trăm nguồn tin', 'Gia Thắng')
    says('gia-vien', 'Kết luận 44-KL/TW ngày 22/01/2019 của Ban Bí thư', 'Chỉ thị 09-CT/TW')
    says('gia-vien', 'Thông tư 124/TT-BCA của Bộ Công an', 'nguồn không ghi năm ban hành')
    const cited = textOf('gia-vien').outcomes.citations.find(({ text }) => text.startsWith('Thông tư'))
    expect(cited?.flags).toContain('year-missing')
  })

  it('has awards of four authorities that nobody split', () => {
    const authorities = [
      'Bộ trưởng Bộ Công an',
      'Chủ tịch UBND tỉnh',
      'Giám đốc Công an tỉnh',
      'Chủ tịch UBND huyện',
    ]
    says('gia-vien', '5 tập thể, 6 cá nhân được nhận Bằng khen, Giấy khen của Bộ trưởng Bộ Công an')
    says('gia-vien', 'nguồn không tách theo từng hình thức, từng cấp khen thưởng', ...authorities)
    const [award] = textOf('gia-vien').outcomes.commendations
    expect(award).toMatchObject({ collectives: 5, individuals: 6, flags: ['not-split'], authorities })
  })
})

describe('Hà Giang, chiều 06/11/2020', () => {
  it('has two who chaired, one of whom concluded', () => {
    says('ha-giang', 'vào chiều ngày 06 tháng 11 năm 2020', 'Đồng chủ trì Hội nghị: đồng chí Trần Đức Quý')
    says('ha-giang', 'đồng chí Đại tá Phan Huy Ngọc, Giám đốc Công an tỉnh Hà Giang.', 'Chúng Thị Chiên')
    expect(textOf('ha-giang').chairs).toHaveLength(2)
    const concluded = wordsOf('ha-giang').match(/Đồng chí .* kết luận Hội nghị\./g)
    expect(concluded).toHaveLength(1)
    expect(concluded?.[0]).toContain('Trần Đức Quý')
  })

  it('closed two schemes', () => {
    const { title } = textOf('ha-giang').conference
    expect(title).toHaveLength(2)
    expect(title[0]).toMatch(/^Tổng kết Đề án .*toàn dân bảo vệ an ninh Tổ quốc.* giai đoạn 2013-2020”$/)
    expect(title[1]).toMatch(/^Tổng kết Đề án .*Công an xã, giai đoạn 2014-2020”$/)
  })

  it('has its figures as they were qualified, four topics, awards without counts', () => {
    says('ha-giang', 'trên 5 nghìn hội nghị', '575 nghìn lượt người', '365 mô hình', 'trên 100 mô hình')
    says('ha-giang', 'hơn 2.900 đồng chí', 'Hội nghị thảo luận 4 nội dung:')
    expect(textOf('ha-giang').outcomes.commendations.map(({ flags }) => flags)).toEqual([
      ['count-missing'],
      ['count-missing'],
    ])
    says('ha-giang', 'được nhận Giấy khen của Giám đốc Công an tỉnh (nguồn không ghi số lượng)')
    expect(textOf('ha-giang').sources[0]?.publishedOn).toBe('2020-11')
  })
})

describe('Vĩnh Phúc, no day and no title', () => {
  it('says what nobody told', () => {
    says(
      'vinh-phuc',
      'Tư liệu không ghi tên Hội nghị.',
      'Tư liệu không ghi ngày tổ chức Hội nghị.',
      'Tư liệu không ghi: tên Hội nghị; ngày tổ chức Hội nghị; người chủ trì Hội nghị; địa điểm Hội nghị.',
    )
    expect(textOf('vinh-phuc')).toMatchObject({
      missing: expect.arrayContaining(['title', 'date']),
      heldOn: { precision: 'unknown' },
      conference: { title: [], startsAt: '0001-01-01T00:00:00.000Z' },
    })
  })

  it('has its figures, its directive, its awards of two authorities', () => {
    says(
      'vinh-phuc',
      '163 mô hình',
      '77 mô hình',
      '24 địa bàn',
      'trên 13.000 tin',
      'trên 7.000 tin',
      '4.589 lượt',
    )
    says('vinh-phuc', 'Chỉ thị 07 của Bộ Công an', 'Nguyễn Văn Trì')
    expect(textOf('vinh-phuc').outcomes.commendations[0]).toMatchObject({
      collectives: 11,
      individuals: 12,
      flags: ['not-split'],
      authorities: ['Bộ Công an', 'UBND tỉnh Vĩnh Phúc'],
    })
    says('vinh-phuc', 'các đại biểu', 'được nhận Bằng khen của Bộ Công an, UBND tỉnh Vĩnh Phúc')
  })

  it('names the very Nguyễn Văn Sơn of Hải Dương', () => {
    const son = persons.get('nguyen-van-son')
    for (const slug of ['hai-duong', 'vinh-phuc'])
      expect(textOf(slug).persons).toContainEqual({
        id: son,
        name: 'Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an',
      })
  })
})

describe('the search', () => {
  it('finds each by its host, whatever event is heard last, and one person in two of them', async () => {
    const wake = (detail: object) =>
      index({ Records: [{ body: JSON.stringify({ detail }) }] } as never, {} as Context)
    for (const { id, text } of records.values())
      await wake({ scope: text.conference.id, subject: `imp_${id.slice(4)}` }) // record.imported
    const found = async (q: string): Promise<string[]> => {
      const { items } = await sure(archivist.get(`/api/archive/search?q=${encodeURIComponent(q)}`))
      return items.map(({ id }: { id: string }) => id).sort()
    }
    const [first, third] = [recordOf('hai-duong').id, recordOf('vinh-phuc').id]
    expect(await found('hai duong')).toEqual([first])
    expect(await found('vinh phuc')).toEqual([third])
    expect(await found('"Nguyễn Văn Sơn"')).toEqual([first, third].sort())
  }, 20_000)
})

describe('every record', () => {
  it('is entered once, also by a loading taken up when its keys are forgotten', async () => {
    const again = { ...desk(archivist), post: () => Promise.reject(new Error('entered twice')) }
    expect(await enterPersons(again, reports)).toEqual(persons)
    for (const report of reports) {
      const id = await enterReport(again, report, persons)
      expect(recordOf(report.slug).id.slice(4)).toBe(id.slice(4))
    }
  })

  it('is not taken for what somebody else enters of the same conference', async () => {
    const [report] = reports
    if (!report) throw new Error('no report')
    const { title, hostUnitId, heldOn } = report.facts
    const by = desk(archivist)
    const theirs = await by.post('/archive/imports', {
      title,
      hostUnitId,
      heldOn,
      sources: [{ key: 'bao', title: 'Báo' }],
    })
    const none = { ...by, post: () => Promise.reject(new Error('entered twice')) }
    const found = await enterReport(none, report, persons)
    expect([found.slice(4), found === theirs.id]).toEqual([recordOf(report.slug).id.slice(4), false])
    await by.post(`/archive/imports/${theirs.id}/withdraw`, { reason: 'Nhập thử' })
  })

  it('is verified, step by step', async () => {
    for (const { id } of records.values()) {
      const { verified, checks } = await sure(archivist.get(`/api/archive/${id}/verify`))
      expect([verified, checks.filter(({ ok }: { ok: boolean }) => !ok)]).toEqual([true, []])
    }
  })

  it('is listed under the old name of its host, and under today’s, the undated one last', async () => {
    const found = async (q: string): Promise<string[]> =>
      (await sure(archivist.get(`/api/archive?q=${encodeURIComponent(q)}`))).items.map(
        ({ id }: { id: string }) => id,
      )
    expect(await found('UBND tinh Hai Duong')).toEqual([recordOf('hai-duong').id])
    expect(await found('UBND thành phố Hải Phòng')).toEqual([recordOf('hai-duong').id])
    expect(await found('huyện Gia Viễn')).toEqual([recordOf('gia-vien').id])
    const { items } = await sure(archivist.get('/api/archive'))
    expect(items.map(({ id }: { id: string }) => id)).toEqual(
      ['gia-vien', 'ha-giang', 'hai-duong', 'vinh-phuc'].map((slug) => recordOf(slug).id),
    )
    expect(items.at(-1)).toMatchObject({
      kind: 'historical',
      datePrecision: 'unknown',
      number: '',
      title: [],
    })
  })

  it('rests each sentence on an event of its own log, and names a source of its list', () => {
    for (const { text } of records.values()) {
      const [events, sources] = [new Set(text.events), new Set(text.sources.map(({ id }) => id))]
      for (const sentence of text.blocks.flatMap(({ sentences }) => sentences)) {
        expect([sentence.text, sentence.events.length]).not.toEqual([sentence.text, 0])
        expect(sentence.events.every((id) => events.has(id))).toBe(true)
        expect((sentence.sources ?? []).every((id) => sources.has(id))).toBe(true)
      }
    }
  })

  it('has one spelling of “Ủy”, every diacritic, and no counter of a page', () => {
    for (const slug of records.keys()) {
      expect(wordsOf(slug)).not.toMatch(/uỷ(?!\p{L})/iu)
      expect(wordsOf(slug)).toBe(wordsOf(slug).normalize('NFC'))
      expect(wordsOf(slug)).not.toMatch(/va cac|1672241|1\.672\.241/)
    }
  })
})
