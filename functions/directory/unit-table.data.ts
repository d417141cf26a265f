// The columns of a table of units: as the house writes them, and what else people call them.

/** Letters of the header are compared folded, so that diacritics, case and spaces do not matter. */
export const unitColumns = {
  code: { header: 'Mã đơn vị', also: ['Mã', 'Mã số', 'Mã ĐV', 'Code', 'ID'] },
  name: { header: 'Tên đơn vị', also: ['Đơn vị', 'Tên', 'Tên đầy đủ', 'Tên gọi', 'Name'] },
  shortName: { header: 'Tên viết tắt', also: ['Tên ngắn', 'Tên gọi tắt', 'Viết tắt', 'Short name'] },
  type: { header: 'Loại đơn vị', also: ['Loại', 'Cấp', 'Loại hình', 'Type'] },
  parentCode: { header: 'Mã đơn vị cấp trên', also: ['Mã cấp trên', 'Mã ĐV cấp trên', 'Parent code'] },
  parent: {
    header: 'Đơn vị cấp trên',
    also: ['Cấp trên', 'Trực thuộc', 'Đơn vị chủ quản', 'Tỉnh', 'Tỉnh, thành phố', 'Parent'],
  },
  from: { header: 'Từ ngày', also: ['Ngày hiệu lực', 'Hiệu lực từ', 'Ngày bắt đầu', 'Từ', 'From'] },
  to: { header: 'Đến ngày', also: ['Hiệu lực đến', 'Ngày kết thúc', 'Đến', 'To'] },
  email: { header: 'Thư điện tử', also: ['Email', 'E-mail', 'Hộp thư', 'Địa chỉ thư điện tử'] },
  predecessors: { header: 'Đơn vị tiền thân', also: ['Tiền thân', 'Sáp nhập từ', 'Predecessors'] },
  successors: { header: 'Đơn vị kế thừa', also: ['Kế thừa', 'Sáp nhập vào', 'Successors'] },
} as const

export type UnitColumn = keyof typeof unitColumns

export const unitColumnNames = Object.keys(unitColumns) as UnitColumn[]

/** A table without these says nothing of a unit. */
export const neededColumns: readonly UnitColumn[] = ['name', 'type', 'from']
