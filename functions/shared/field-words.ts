// What a person reads beside a wrong field, in Vietnamese: schemas state their own conditions in English. Pure.

const vietnamese: Record<string, string> = {
  'a citation as written, or its parts': 'Cần ghi nguyên văn viện dẫn, hoặc từng phần của viện dẫn.',
  'a symbol or a year belongs to a number': 'Có ký hiệu hoặc năm thì phải có số văn bản.',
  'no quotation marks around it': 'Không đặt trích yếu trong dấu ngoặc kép.',
  'no such day': 'Không có ngày này.',
  'one part of the citation only': 'Mỗi ô chỉ ghi một phần của viện dẫn.',
  'a name or a position is needed': 'Cần họ tên hoặc chức vụ.',
  'a name or a title is needed': 'Cần họ tên hoặc chức danh.',
  'a scope or a person is needed, not both': 'Cần chọn một phạm vi hoặc một cán bộ, không chọn cả hai.',
  'a person, a name or a position is needed': 'Cần chọn cán bộ, hoặc ghi họ tên hay chức vụ.',
  'a file name has no slashes': 'Tên tệp không được có dấu gạch chéo.',
  'a type or a parent is needed': 'Cần loại đơn vị mới hoặc đơn vị cấp trên mới.',
  'each unit once': 'Mỗi đơn vị chỉ nêu một lần.',
  'a title is needed': 'Cần có tên tham luận.',
  'agenda ids must differ': 'Mã các mục chương trình phải khác nhau.',
  'an opinion has at most 5,000 characters': 'Ý kiến dài tối đa 5.000 ký tự.',
  'at most 1,000 characters in all': 'Tổng cộng tối đa 1.000 ký tự.',
  'as long as the precision says': 'Ghi đủ và chỉ ghi đến mức đã chọn: ngày, tháng hoặc năm.',
  'at most 60,000 characters in all': 'Tổng cộng tối đa 60.000 ký tự.',
  'at most 100 KB in all': 'Toàn bộ nội dung dài tối đa 100 KB.',
  'at most 90 entries in all': 'Tổng cộng tối đa 90 mục.',
  'each key once in its list': 'Mỗi mã chỉ dùng một lần trong danh sách của nó.',
  'only of a day': 'Chỉ ghi buổi khi biết ngày.',
  'small letters, digits and hyphens': 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
  'at most 40,000 characters of reasons and substitutes in all':
    'Lý do vắng mặt và người dự thay của một lần điểm danh dài tối đa 40.000 ký tự.',
  'each chair once': 'Mỗi đồng chí chủ trì chỉ ghi một lần.',
  'control characters': 'Có ký tự điều khiển không nhìn thấy được. Hãy gõ lại.',
  'letters, digits, dots and hyphens':
    'Chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch dưới và gạch nối (2-64 ký tự).',
  'either a point or a contribution': 'Chọn một điểm cầu hoặc một tham luận, không chọn cả hai.',
  'either a unit or a host': 'Chọn đơn vị thực hiện hoặc cơ quan tổ chức, không chọn cả hai.',
  'must be after from': 'Phải sau ngày bắt đầu.',
  'must be another unit': 'Phải là đơn vị khác.',
  'marks or a head count are needed': 'Cần điểm danh đại biểu hoặc ghi số người trong phòng.',
  'must be 64 lower-case hexadecimal digits': 'Mã băm SHA-256 phải gồm 64 chữ số hệ 16, viết thường.',
  'must be after startsAt': 'Phải sau thời gian bắt đầu.',
  'must be after validFrom': 'Phải sau ngày bắt đầu hiệu lực.',
  'must not be before from': 'Không được trước ngày bắt đầu.',
  'needed when absent': 'Cần lý do vắng mặt.',
  'needed when substituted, and only then': 'Cần người đi thay, và chỉ khi có người đi thay.',
  'not one of the chairs': 'Người được phân công điều hành thay không được trùng với chủ trì.',
  'not a telephone number of Viet Nam':
    'Số điện thoại không đúng. Ghi đủ mã vùng hoặc đầu số di động, ví dụ 0912 345 678, 024 3942 0000.',
  'a check is needed': 'Cần ít nhất một mục kiểm tra.',
  'either units or all of a kind': 'Cần chọn đơn vị, hoặc chọn cả nhóm đơn vị.',
  'keys must differ': 'Mã các mục kiểm tra phải khác nhau.',
  'lower-case letters, digits and hyphens': 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
  'nothing was pasted': 'Chưa có nội dung nào được dán.',
  'only with all of a kind': 'Chỉ dùng khi chọn cả nhóm đơn vị.',
  'one answer a delegate': 'Mỗi đại biểu chỉ một câu trả lời.',
  'one mark a delegate': 'Mỗi đại biểu chỉ một dấu điểm danh.',
  'only an opinion names its turn': 'Chỉ ý kiến mới gắn với lượt phát biểu.',
  'year out of range': 'Năm nằm ngoài phạm vi cho phép.',
}

/** Schemas of ids say which kind they want: `cnf`, `unt`. */
const idKind = /^[a-z]{3}$/

/** A schema's own sentence for the reader; zod's sentences are in the reader's language already. */
export const fieldWords = (message: string, english: boolean): string => {
  if (idKind.test(message))
    return english ? `Not an id of the kind ${message}_….` : `Mã không đúng dạng ${message}_….`
  return english ? message : (vietnamese[message] ?? message)
}
