// Every refusal the product can give, with its status and its words: the only place that knows statuses. Pure.

type Words = { status: number; vi: string; en: string }

const is = (status: number, vi: string, en: string): Words => ({ status, vi, en })

/** Slugs state a fact. Titles tell a person what happened and what to do. */
export const catalogue = {
  'invalid-input': is(
    400,
    'Có thông tin chưa đúng. Hãy sửa các mục được đánh dấu.',
    'Some input is not valid. Correct the marked fields.',
  ),
  'broken-json': is(400, 'Nội dung gửi lên không đọc được.', 'The body is not valid JSON.'),
  'idempotency-key-missing': is(
    400,
    'Yêu cầu thiếu khóa chống gửi trùng.',
    'The Idempotency-Key header is missing or malformed.',
  ),
  'device-time-invalid': is(
    400,
    'Giờ của thiết bị không đọc được.',
    'The Device-Time header is not an instant.',
  ),
  'cursor-invalid': is(
    400,
    'Trang danh sách này không còn dùng được. Hãy mở lại danh sách.',
    'This cursor is not valid for this list. Open the list again.',
  ),
  unauthenticated: is(401, 'Hãy đăng nhập để tiếp tục.', 'Sign in to continue.'),
  'sign-in-too-old': is(
    401,
    'Hãy đăng nhập lại: việc ký cần lần đăng nhập không quá 5 phút.',
    'Sign in again: signing needs a sign-in no older than 5 minutes.',
  ),
  'not-allowed': is(403, 'Đồng chí không có quyền thực hiện việc này.', 'You may not do this.'),
  'not-found': is(404, 'Không tìm thấy nội dung này.', 'There is nothing here.'),
  conflict: is(
    409,
    'Nội dung vừa được thay đổi bởi người khác. Hãy xem lại rồi thực hiện.',
    'Someone changed this meanwhile. Look again and retry.',
  ),
  'already-exists': is(409, 'Mục này đã có.', 'This exists already.'),
  'already-in-class': is(
    409,
    'Hồ sơ đang có đúng thời hạn bảo quản này.',
    'The record is in this retention class already.',
  ),
  'already-held': is(409, 'Hồ sơ đang được tạm giữ.', 'The record is under a legal hold already.'),
  'not-held': is(409, 'Hồ sơ không bị tạm giữ.', 'No legal hold stands on the record.'),
  'stale-version': is(
    412,
    'Đã có bản mới hơn. Hãy tải lại trước khi sửa.',
    'There is a newer version. Reload before you edit.',
  ),
  'body-too-large': is(413, 'Nội dung gửi lên quá lớn.', 'The body is too large.'),
  'content-type-unsupported': is(415, 'Chỉ nhận nội dung dạng JSON.', 'Only application/json is accepted.'),
  'idempotency-key-reused': is(
    422,
    'Khóa chống gửi trùng đã dùng cho nội dung khác.',
    'This Idempotency-Key was used with another body.',
  ),
  'version-missing': is(
    428,
    'Yêu cầu thiếu phiên bản của nội dung đang sửa.',
    'The If-Match header is missing.',
  ),
  'internal-error': is(
    500,
    'Hệ thống gặp lỗi. Nội dung chưa được ghi nhận; hãy thử lại.',
    'Something failed here. Nothing was recorded; try again.',
  ),
  busy: is(503, 'Hệ thống đang bận. Hãy thử lại sau giây lát.', 'The system is busy. Try again in a moment.'),

  'secret-grade-refused': is(
    422,
    'Không nhận nội dung thuộc bí mật nhà nước (Mật, Tối mật, Tuyệt mật) trên hệ thống nối mạng.',
    'State-secret matter (Mật, Tối mật, Tuyệt mật) may not be on a networked system.',
  ),
  'unit-unknown': is(422, 'Không có đơn vị này vào ngày đó.', 'There is no such unit on that day.'),
  'unit-ended': is(
    409,
    'Đơn vị này đã kết thúc hoạt động trước ngày đó.',
    'This unit had ended by that day.',
  ),
  'unit-change-date': is(
    422,
    'Ngày thay đổi phải sau ngày bắt đầu của giai đoạn gần nhất. Nếu ngày cũ ghi sai, hãy dùng chức năng đính chính.',
    'The day must be later than the beginning of the latest period. If that beginning is wrong, correct the unit.',
  ),
  'unit-cycle': is(
    422,
    'Đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.',
    'A unit cannot belong to itself or to a unit below it.',
  ),
  'unit-has-children': is(
    409,
    'Còn đơn vị trực thuộc đang hoạt động. Hãy chọn một đơn vị kế thừa hoặc chuyển các đơn vị trực thuộc trước.',
    'Units below it still stand. Name one successor, or move those units first.',
  ),
  'unit-spells': is(
    422,
    'Các giai đoạn phải nối tiếp nhau, không trùng, không ngắt quãng và phủ hết thời gian hoạt động của đơn vị.',
    'Periods must follow one another without gap or overlap and fill the whole life of the unit.',
  ),
  'units-importing': is(
    409,
    'Đang nhập danh sách đơn vị từ tệp. Hãy thử lại khi việc nhập kết thúc.',
    'A file of units is being imported. Try again when it has ended.',
  ),
  'unit-not-invited': is(
    422,
    'Đơn vị này không có điểm cầu trong hội nghị.',
    'This unit has no bridge point in the conference.',
  ),
  'agenda-item-unknown': is(422, 'Chương trình hội nghị không có mục này.', 'The agenda has no such item.'),
  'account-linked': is(
    409,
    'Tài khoản hoặc cán bộ này đã được gắn với nhau hoặc với người khác.',
    'This account or this person is linked already.',
  ),
  'account-missing': is(
    422,
    'Cán bộ này chưa có tài khoản. Hãy gắn tài khoản trước khi giao quyền.',
    'This person has no account yet. Link one before giving a role.',
  ),
  'account-disabled': is(
    403,
    'Tài khoản này đã bị khóa. Hãy liên hệ quản trị hệ thống.',
    'This account is disabled. Ask the administrator.',
  ),
  'holder-disabled': is(
    422,
    'Tài khoản của cán bộ này đã bị khóa. Hãy mở khóa trước khi giao quyền.',
    "This person's account is disabled. Enable it before giving a role.",
  ),
  'account-exists': is(
    409,
    'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    'This user name is taken. Choose another.',
  ),
  'account-state': is(
    409,
    'Tài khoản đang ở trạng thái không cho phép việc này.',
    'The account is in a state that does not allow this.',
  ),
  'own-account': is(
    409,
    'Quản trị viên không tự khóa tài khoản hoặc tự kết thúc quyền quản trị của mình.',
    'An administrator cannot disable his own account or end his own role.',
  ),
  'not-at-unit': is(
    422,
    'Cán bộ không có chức vụ hoặc quyền nào tại đơn vị này vào ngày đó.',
    'The person has no post and no role at this unit on that day.',
  ),
  'grant-over': is(409, 'Quyền này đã hết hiệu lực.', 'This role is over already.'),
  'backdating-refused': is(
    422,
    'Chỉ quản trị hệ thống được giao quyền lùi ngày, và phải nêu lý do.',
    'Only an administrator may give a role that reaches back, and must say why.',
  ),
  'person-merged': is(
    409,
    'Mục này đã được gộp vào một mục khác. Hãy làm việc với mục đó, hoặc tách ra trước.',
    'This entry was merged into another. Work on that one, or separate them first.',
  ),
  'person-separate': is(409, 'Mục này không gộp với mục nào.', 'This entry is not merged with any.'),
  'person-withdrawn': is(
    409,
    'Mục này đã bị thu hồi vì nhập nhầm.',
    'This entry was withdrawn as a mistake.',
  ),
  'person-standing': is(409, 'Mục này không bị thu hồi.', 'This entry is not withdrawn.'),
  'administrator-exists': is(409, 'Hệ thống đã có quản trị viên.', 'There is an administrator already.'),
  'scope-mismatch': is(
    422,
    'Vai trò này không giao được cho phạm vi đó.',
    'This role cannot be given over that scope.',
  ),
  'session-unknown': is(409, 'Phiên kết nối này không còn mở.', 'This link session is not open.'),
  'link-full': is(
    409,
    'Điểm cầu đang có 100 thiết bị kết nối. Hãy ngắt bớt thiết bị rồi kết nối lại.',
    'A hundred devices hold this link. Disconnect some of them first.',
  ),
  'link-held': is(
    409,
    'Điểm cầu này đang ở trong phòng họp trên một thiết bị khác. Có thể chuyển sang thiết bị này.',
    'Another device sits in the room for this bridge point. You may take its place.',
  ),
  'roll-full': is(
    409,
    'Bảng điểm danh của điểm cầu này đã quá dài. Hãy ghi lý do vắng mặt và người dự thay ngắn gọn hơn.',
    'The roll of this point is too long. Give shorter reasons and substitutes.',
  ),
  'disagreement-absent': is(
    409,
    'Số liệu này đang khớp, không cần thống nhất.',
    'There is no such disagreement now.',
  ),
  'person-unknown': is(
    422,
    'Không có cán bộ này trong danh bạ.',
    'There is no such person in the directory.',
  ),
  'conference-state': is(
    409,
    'Hội nghị đang ở trạng thái không cho phép việc này.',
    'The conference is in a state that does not allow this.',
  ),
  'conference-closed': is(
    409,
    'Hội nghị đã kết thúc và đã hết thời gian chờ ghi nhận muộn (10 phút).',
    'The conference is closed, and the grace for late acts (10 minutes) is over.',
  ),
  'conference-not-in-session': is(
    409,
    'Hội nghị chưa bắt đầu hoặc đã kết thúc.',
    'The conference is not in session.',
  ),
  'agenda-item-begun': is(
    409,
    'Nội dung này đã được tiến hành, không thể bỏ khỏi chương trình.',
    'This item has begun and cannot be taken off the agenda.',
  ),
  'agenda-item-running': is(409, 'Nội dung này đang diễn ra.', 'This item is on now.'),
  'agenda-item-not-running': is(409, 'Nội dung này không đang diễn ra.', 'This item is not on now.'),
  'agenda-item-dropped': is(
    409,
    'Nội dung này đã được bỏ khỏi chương trình. Hãy khôi phục trước khi bắt đầu.',
    'This item was dropped from the agenda. Restore it before you start it.',
  ),
  'chair-taken': is(409, 'Đồng chí này đang điều hành hội nghị.', 'This person is in the chair already.'),
  'chair-not-named': is(
    422,
    'Người này không phải chủ trì hoặc người được phân công điều hành thay của hội nghị.',
    'This person is neither a chair nor the deputy chair of the conference.',
  ),
  'minutes-begun': is(
    409,
    'Biên bản đã được trình ký. Cần trả lại biên bản trước khi mở lại hội nghị.',
    'The minutes were submitted. They must be refused before the conference is reopened.',
  ),
  'minutes-signed': is(
    409,
    'Biên bản đã có chữ ký, không thể mở lại hội nghị.',
    'The minutes are signed: the conference cannot be reopened.',
  ),
  'opening-needs-confirmation': is(
    409,
    'Còn hơn 60 phút mới đến giờ họp. Hãy xác nhận nếu vẫn muốn mở phòng.',
    'The conference is more than 60 minutes away. Confirm to open the room now.',
  ),
  'check-in-absent': is(
    409,
    'Đại biểu này chưa tự báo có mặt, hoặc việc tự báo đã được xử lý.',
    'This delegate has not checked in, or it was decided already.',
  ),
  'check-in-code-wrong': is(
    422,
    'Mã điểm danh không đúng hoặc đã đổi. Hãy nhập mã đang hiện tại điểm cầu.',
    'The code is wrong or has changed. Enter the one shown at the point now.',
  ),
  'check-in-tries': is(
    429,
    'Đồng chí đã nhập sai mã điểm danh nhiều lần. Hãy chờ 5 phút rồi nhập lại, hoặc báo cán bộ điểm cầu điểm danh giúp.',
    'Too many wrong codes. Wait 5 minutes and try again, or ask the operator of your bridge point to mark you.',
  ),
  'delegate-unknown': is(
    422,
    'Đại biểu này không có trong đoàn của điểm cầu.',
    'This delegate is not in the delegation of the point.',
  ),
  'delegate-withdrawn': is(409, 'Đại biểu này đã được rút khỏi đoàn.', 'This delegate has been withdrawn.'),
  'point-withdrawn': is(
    409,
    'Điểm cầu này đã được đưa ra khỏi hội nghị.',
    'This bridge point has been taken out of the conference.',
  ),
  'point-standing': is(
    409,
    'Điểm cầu này vẫn đang trong hội nghị.',
    'This bridge point has not been taken out of the conference.',
  ),
  'selection-empty': is(
    422,
    'Không có đơn vị nào thuộc nhóm này vào ngày đó.',
    'No unit of that kind stands on that day.',
  ),
  'checklist-item-unknown': is(
    422,
    'Danh mục kiểm tra của hội nghị không có mục này.',
    "The conference's checklist has no such item.",
  ),
  'delegation-full': is(
    422,
    'Một điểm cầu có tối đa 500 đại biểu.',
    'A bridge point has at most 500 delegates.',
  ),
  'upload-missing': is(
    409,
    'Tệp chưa được tải lên xong. Hãy tải lại tệp.',
    'The file has not been put yet. Send it first.',
  ),
  'upload-unchecked': is(
    409,
    'Tệp chưa được kiểm tra xong. Hãy chờ hoặc tải lại tệp.',
    'The file has not been checked yet. Have it checked first.',
  ),
  'upload-used': is(
    409,
    'Tệp tải lên này đã được dùng. Hãy tải tệp lên lần nữa.',
    'This upload has been used. Upload the file again.',
  ),
  'file-type-refused': is(
    422,
    'Loại tệp này không được nhận ở đây, hoặc nội dung không đúng với loại tệp đã chọn.',
    'This type of file is not taken here, or the content is not of the type told.',
  ),
  'file-too-large': is(413, 'Tệp vượt quá dung lượng cho phép.', 'The file is larger than allowed.'),
  'file-damaged': is(
    422,
    'Tệp bị hỏng hoặc chưa tải lên trọn vẹn. Hãy lưu lại tệp rồi tải lên lần nữa.',
    'The file is damaged or came incomplete. Save it again, then upload it.',
  ),
  'file-encrypted': is(
    422,
    'Tệp có đặt mật khẩu hoặc hạn chế quyền. Hãy bỏ mật khẩu rồi tải lên lại.',
    'The file has a password or restrictions. Remove them, then upload it.',
  ),
  'file-active': is(
    422,
    'Tệp có macro hoặc mã chạy được nên không được nhận. Hãy lưu bản không có macro rồi tải lên lại.',
    'The file carries macros or scripts and is not taken. Save it without them, then upload it.',
  ),
  'file-unsafe': is(
    422,
    'Tệp có cấu trúc bất thường nên không được nhận vì lý do an toàn.',
    'The file is built in a way that is not safe, and is not taken.',
  ),
  'result-expired': is(
    410,
    'Tệp kết quả chỉ được giữ 7 ngày. Hãy thực hiện lại để có tệp mới.',
    'The result was kept for 7 days. Run the job again.',
  ),
  'contribution-state': is(
    409,
    'Tham luận đang ở trạng thái không cho phép việc này.',
    'The contribution is in a state that does not allow this.',
  ),
  'contribution-versions-full': is(
    409,
    'Tham luận đã có đủ 20 bản. Hãy rút tham luận này và gửi tham luận mới.',
    'The contribution has all of its 20 versions. Withdraw it and hand in a new one.',
  ),
  'contributions-full': is(
    409,
    'Mỗi liên kết cá nhân gửi được tối đa 20 tham luận. Nếu cần gửi thêm, hãy liên hệ điểm cầu.',
    'A personal link hands in at most 20 contributions. Ask your bridge point if more are needed.',
  ),
  'contribution-empty': is(
    422,
    'Cần có nội dung hoặc ít nhất một tệp.',
    'A text or at least one file is needed.',
  ),
  'opinion-too-long': is(422, 'Ý kiến dài tối đa 5.000 ký tự.', 'An opinion has at most 5,000 characters.'),
  'unit-not-own': is(
    422,
    'Đồng chí chỉ gửi được tham luận của đơn vị mình, hoặc tham luận có tên mình.',
    'You may submit for your own unit, or what you stand behind by name.',
  ),
  'upload-unknown': is(422, 'Không có tệp tải lên này.', 'There is no such upload of yours.'),
  'file-unknown': is(
    422,
    'Các bản trước của tham luận không có tệp này.',
    'No earlier version of the contribution has this file.',
  ),
  'turn-unknown': is(
    422,
    'Không có lượt phát biểu này của đơn vị.',
    'The unit has had no such turn of the floor.',
  ),
  'contribution-unknown': is(
    422,
    'Hội nghị không có tham luận này.',
    'The conference has no such contribution.',
  ),
  'floor-closed': is(409, 'Danh sách đăng ký phát biểu đang đóng.', 'The list of speakers is closed.'),
  'link-invalid': is(
    401,
    'Liên kết cá nhân không đúng hoặc đã bị thu hồi. Hãy đề nghị điểm cầu gửi lại.',
    'This personal link is wrong or was revoked. Ask your bridge point for a new one.',
  ),
  'link-ended': is(
    410,
    'Liên kết cá nhân chỉ dùng được từ khi có giấy mời đến khi hội nghị kết thúc.',
    'A personal link works from the invitation until the conference closes.',
  ),
  'link-not-issued': is(
    409,
    'Đại biểu này chưa có liên kết cá nhân, hoặc liên kết đã bị thu hồi.',
    'This delegate has no personal link, or it was revoked.',
  ),
  'outcome-withdrawn': is(
    409,
    'Mục này đã được rút lại, không sửa được nữa. Hãy nhập mục mới.',
    'This entry was taken back and cannot change. Enter a new one.',
  ),
  'citation-unknown': is(
    422,
    'Không có văn bản viện dẫn này trong hội nghị.',
    'This conference has no such citation.',
  ),
  'floor-occupied': is(
    409,
    'Đang có đại biểu phát biểu. Hãy kết thúc lượt đó trước.',
    'Someone has the floor. End that turn first.',
  ),
  'floor-free': is(409, 'Không có ai đang phát biểu.', 'Nobody has the floor.'),
  'request-not-waiting': is(
    409,
    'Đăng ký phát biểu này không còn chờ.',
    'This floor request is not waiting.',
  ),
  'request-not-skipped': is(
    409,
    'Chỉ đưa lại vào danh sách được đăng ký đã bị bỏ qua.',
    'Only a request that was skipped can be put back.',
  ),
  'nobody-waiting': is(
    409,
    'Không còn ai trong danh sách đăng ký mà điểm cầu đang kết nối.',
    'Nobody is waiting whose point is connected.',
  ),
  'unit-time-spent': is(
    409,
    'Đơn vị này đã hết thời lượng phát biểu. Muốn mời tiếp, hãy ghi rõ số phút.',
    'This unit has used its time. To call it all the same, say how long.',
  ),
  'undo-too-late': is(
    409,
    'Lượt này đã kéo dài quá một phút nên không thể hoàn tác. Hãy kết thúc hoặc tạm dừng lượt.',
    'This turn has run for more than a minute and cannot be undone. End it or suspend it.',
  ),
  'request-not-speaking': is(
    409,
    'Lượt phát biểu này không phải lượt đang diễn ra.',
    'This request does not have the floor now.',
  ),
  'minutes-missing': is(409, 'Chưa có dự thảo biên bản.', 'There are no minutes yet.'),
  'minutes-state': is(
    409,
    'Biên bản đang ở trạng thái không cho phép việc này.',
    'The minutes are in a state that does not allow this.',
  ),
  'printing-unavailable': is(
    501,
    'Máy chủ này không in được văn bản: thư viện dựng trang chỉ có cho Linux trên bộ xử lý x64.',
    'This server cannot print: the typesetting library is there for Linux on x64 only.',
  ),
  'documents-pending': is(
    409,
    'Bản in của biên bản đang được dựng. Hãy niêm phong lại sau giây lát.',
    'The documents of the minutes are being made. Seal again in a moment.',
  ),
  'grace-running': is(
    409,
    'Chưa hết thời gian chờ ghi nhận muộn sau khi kết thúc (10 phút).',
    'The grace for late acts after closing (10 minutes) is still running.',
  ),
  'minutes-behind': is(
    409,
    'Có diễn biến được ghi nhận sau khi lập dự thảo. Hãy lập lại dự thảo rồi trình ký.',
    'Something was recorded after the draft. Draft again, then submit.',
  ),
  'history-settling': is(
    409,
    'Có diễn biến vừa được ghi nhận. Hãy thực hiện lại sau vài giây để văn bản có cả diễn biến đó.',
    'Something was recorded a moment ago. Try again in a few seconds, so that the text has it too.',
  ),
  'event-unknown': is(
    422,
    'Sự kiện được dẫn không có trong nhật ký của hội nghị.',
    'A cited event is not in the log of the conference.',
  ),
  'block-unknown': is(422, 'Không có mục này trong biên bản.', 'There is no such block in the minutes.'),
  'block-unedited': is(
    409,
    'Đoạn này đang giữ nguyên lời theo dữ liệu, hoặc do thư ký tự thêm.',
    'This paragraph has the words of the record already, or was added by the secretary.',
  ),
  'seal-unfinished': is(
    409,
    'Việc niêm phong biên bản trước chưa hoàn tất. Hãy niêm phong lại rồi lập phụ lục bổ sung.',
    'The seal of the version before is not complete. Seal once more, then open the addendum.',
  ),
  'import-state': is(
    409,
    'Hồ sơ nhập từ tài liệu không còn ở bước này.',
    'What was entered from documents is not at this step.',
  ),
  'source-unknown': is(
    422,
    'Không có nguồn này trong danh sách nguồn.',
    'There is no such source in the list.',
  ),
  'page-counter': is(
    422,
    'Đây là số lượt truy cập của trang đăng tin, không phải số liệu của hội nghị.',
    'This counts visits of the page that reported; it is no figure of the conference.',
  ),
  'held-later': is(
    422,
    'Ngày này chưa đến. Hội nghị sắp tới thì lên lịch, không nhập từ tài liệu.',
    'This day is yet to come. A coming conference is scheduled, not entered from documents.',
  ),
  'choice-unknown': is(
    422,
    'Không có nguồn này trong số các nguồn ghi khác nhau.',
    'None of the sources that disagree is called so.',
  ),
  'disagreement-unsettled': is(
    409,
    'Còn số liệu chưa khớp. Hãy thống nhất số liệu trước khi trình ký.',
    'There are unsettled disagreements. Settle them first.',
  ),
  'signature-order': is(
    409,
    'Thư ký ký trước, chủ trì ký sau.',
    'The secretary signs first, then the chair.',
  ),
  'already-signed': is(409, 'Biên bản đã có chữ ký này.', 'This signature is there already.'),
  'job-over': is(409, 'Công việc này đã kết thúc.', 'This job is over already.'),
  'agenda-too-large': is(
    422,
    'Chương trình quá dài nên không lưu được. Hãy rút gọn tên các mục hoặc bớt người trình bày.',
    'The agenda is too long to be kept. Shorten its titles, or name fewer presenters.',
  ),
  'job-needed': is(
    409,
    'Công việc này hoàn tất một thay đổi đã được lưu nên không hủy được.',
    'This job finishes a change that is saved already: it cannot be cancelled.',
  ),
  'job-interrupted': is(
    409,
    'Công việc bị gián đoạn nhiều lần nên đã dừng. Hãy thực hiện lại.',
    'The job was interrupted too often and has stopped. Start it again.',
  ),
  'rows-invalid': is(
    422,
    'Có dòng chưa đúng nên chưa ghi nhận dòng nào. Hãy sửa các dòng được nêu rồi gửi lại tệp.',
    'Some rows are not valid, so none was recorded. Correct the rows named and send the file again.',
  ),
  'sheet-unreadable': is(
    422,
    'Không đọc được tệp bảng tính. Hãy lưu lại ở dạng XLSX hoặc CSV (UTF-8) rồi gửi lại.',
    'The table cannot be read. Save it as XLSX or CSV (UTF-8) and send it again.',
  ),
  'sheet-too-large': is(
    422,
    'Bảng tính quá lớn: tối đa 20.000 dòng, 60 cột và 64 MB sau khi giải nén.',
    'The table is too large: at most 20,000 rows, 60 columns and 64 MB when unpacked.',
  ),
  'recording-running': is(409, 'Hội nghị đang được ghi hình.', 'The conference is being recorded already.'),
  'recording-not-running': is(
    409,
    'Hội nghị không đang được ghi hình.',
    'The conference is not being recorded.',
  ),
  'live-stream-running': is(
    409,
    'Hội nghị đang được phát trực tiếp.',
    'The conference is being streamed already.',
  ),
  'live-stream-not-running': is(
    409,
    'Hội nghị không đang được phát trực tiếp.',
    'The conference is not being streamed.',
  ),
  'live-stream-nowhere': is(
    409,
    'Hệ thống chưa được cài đặt nơi phát trực tiếp. Hãy liên hệ quản trị hệ thống.',
    'This house has no place to stream to. Ask whoever runs it.',
  ),
  'conference-internal': is(
    409,
    'Hội nghị nội bộ không được phát trực tiếp ra ngoài.',
    'An internal conference may not be streamed outside.',
  ),
  'bulletin-missing': is(404, 'Chưa có bản tin của hội nghị này.', 'This conference has no bulletin yet.'),
  'bulletin-internal': is(
    409,
    'Hội nghị nội bộ không có bản tin công khai.',
    'An internal conference has no public bulletin.',
  ),
  'bulletin-state': is(
    409,
    'Bản tin đang ở trạng thái không cho phép việc này. Hãy tải lại trang.',
    'The bulletin is in a state that does not allow this. Load the page again.',
  ),
  'bulletin-own-approval': is(
    409,
    'Người trình bản tin không được tự duyệt. Hãy đề nghị người khác duyệt.',
    'Whoever submitted the bulletin may not approve it. Ask somebody else.',
  ),
  'bulletin-behind': is(
    409,
    'Số liệu của hội nghị đã thay đổi sau khi trình. Hãy sửa bản tin rồi trình lại.',
    'What the bulletin tells has changed since it was submitted. Edit it, then submit again.',
  ),
  'outcome-unknown': is(
    422,
    'Không có kết quả này, hoặc kết quả đã được rút lại.',
    'There is no such outcome, or it was taken back.',
  ),
  'point-unknown': is(422, 'Hội nghị không có điểm cầu này.', 'The conference has no such bridge point.'),
  'photo-unknown': is(422, 'Bản tin không có ảnh này.', 'The bulletin has no such picture.'),
  'photos-full': is(422, 'Một bản tin có tối đa 24 ảnh.', 'A bulletin has at most 24 pictures.'),
  'picture-too-large': is(
    422,
    'Ảnh quá lớn: tối đa 10.000 điểm ảnh mỗi chiều và 30 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lên lại.',
    'The picture is too large: at most 10,000 pixels a side and 30 million in all. Make it smaller and upload it again.',
  ),
  'record-too-large': is(
    413,
    'Hồ sơ này quá lớn để trả về một lần. Hãy đọc từng phần, hoặc tải tệp hồ sơ về.',
    'This record is too large for one answer. Read its sheet and annexes, or download its file.',
  ),
  'record-unreadable': is(
    409,
    'Không đọc được hồ sơ trong kho lưu trữ. Hãy kiểm tra hồ sơ.',
    'The stored record cannot be read. Run its check.',
  ),
  'search-unavailable': is(
    503,
    'Chưa tìm kiếm được lúc này. Hãy thử lại sau ít phút; danh sách hồ sơ vẫn mở được như thường.',
    'The search is not available right now. Try again in a moment; the list of records opens as always.',
  ),
} as const satisfies Record<string, Words>
