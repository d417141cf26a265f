// Who of the Ministry's office signs: no report names them, and a signature is a person's, so these two are invented.
export const secretaryPerson = {
  rank: 'Thượng tá',
  name: 'Nguyễn Thị Minh Hà',
  stateTitle: 'Phó Trưởng phòng Thư ký, Văn phòng Bộ Công an',
}

export const archivistPerson = {
  rank: 'Đại úy',
  name: 'Phạm Thị Thanh Huyền',
  stateTitle: 'Cán bộ lưu trữ, Văn phòng Bộ Công an',
}
