// Tables as CSV and XLSX: what is written is read again, nothing in it runs, nothing too large is unpacked.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsvRows, writeCsvRows } from '#functions/shared/csv.ts'
import { mostRows } from '#functions/shared/sheet.rules.ts'
import { readSheetRows, writeSheets } from '#functions/shared/sheet.ts'

const cell = fc
  .string({ unit: fc.constantFrom(...'aÁđỹ "\',;=+-@\t\n1'.split('')), maxLength: 8 })
  .map((text) => text.replaceAll("'", '’'))
const table = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
  .map((rows) => [['A', 'B', 'C'], ...rows])

const filled = (rows: string[][]) => rows.filter((row) => row.some((text) => text.trim() !== ''))

describe('CSV', () => {
  it('begins with a byte order mark and lets no cell run', () => {
    const text = writeCsvRows([['=1+1', '+84', '-5', '@x', '\tx', '\rx', 'Đúng', 5, undefined]]).toString(
      'utf8',
    )
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.slice(1)).toBe(`'=1+1,'+84,'-5,'@x,'\tx,"'\rx",Đúng,5,`)
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsvRows(writeCsvRows(rows)).map(({ cells }) => cells)).toEqual(filled(rows))
      }),
    )
  })

  it('is told by semicolons and tabs too, with the line of each row', () => {
    expect(readCsvRows(Buffer.from('Mã;Tên\r\n\r\na;"b;c"\r\n'))).toEqual([
      { line: 1, cells: ['Mã', 'Tên'] },
      { line: 3, cells: ['a', 'b;c'] },
    ])
    expect(readCsvRows(Buffer.from('Mã\tTên\na\tb'))[1]?.cells).toEqual(['a', 'b'])
  })

  it('is refused when it is not UTF-8 or too long', () => {
    expect(() => readCsvRows(Buffer.from([0x4d, 0xe3, 0x2c, 0x54]))).toThrow('sheet-unreadable')
    expect(() => readCsvRows(Buffer.from('a,b\n'.repeat(mostRows + 1)))).toThrow('sheet-too-large')
    expect(() => readCsvRows(Buffer.from(','.repeat(100)))).not.toThrow()
    expect(() => readCsvRows(Buffer.from('a,'.repeat(100)))).toThrow('sheet-too-large')
  })
})

const sheet = (rows: string[][]) => {
  const [header = [], ...body] = rows
  return writeSheets([{ name: 'Bảng', header, rows: body }])
}

/** A ZIP of one part, with what its directory tells of the size. */
const zipOf = (packed: Buffer, told: number): Buffer => {
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(told, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(told, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

describe('XLSX', () => {
  it('is read as it was written, formulas as text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const read = (await readSheetRows(await sheet(rows))).map(({ cells }) => cells)
        const wide = read.map((cells) => [...cells, '', ''].slice(0, 3))
        expect(wide).toEqual(filled(rows))
      }),
      { numRuns: 25 },
    )
  })

  it('tells the number Excel shows beside a row', async () => {
    const rows = await readSheetRows(await sheet([['A'], [''], ['b']]))
    expect(rows).toEqual([
      { line: 1, cells: ['A'] },
      { line: 3, cells: ['b'] },
    ])
  })

  it('is refused when it is none, too large, or larger than it says', async () => {
    await expect(readSheetRows(Buffer.from('không phải bảng tính'))).rejects.toThrow('sheet-unreadable')
    const bomb = deflateRawSync(Buffer.alloc(100 * 1024 * 1024))
    await expect(readSheetRows(zipOf(bomb, 100 * 1024 * 1024))).rejects.toThrow('sheet-too-large')
    await expect(readSheetRows(zipOf(bomb, 0))).rejects.toThrow('sheet-unreadable')
    await expect(readSheetRows(zipOf(bomb, 1_000))).rejects.toThrow('sheet-unreadable')
    const long = Array.from({ length: mostRows + 2 }, (_, at) => [String(at)])
    await expect(readSheetRows(await sheet(long))).rejects.toThrow('sheet-too-large')
  })
})
