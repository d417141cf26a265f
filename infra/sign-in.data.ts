// What both homes' sign-in share: the rule for passwords and the words of the mails that carry one.

/** Days a first password is good for. */
export const firstPasswordDays = 3

export const passwordLength = 12

/** Cognito puts the user name for `{username}` and the password for `{####}`. */
export const invitationMail = (publicUrl: string) => ({
  subject: 'Điểm Cầu: tài khoản của đồng chí',
  body: [
    '<p>Kính gửi đồng chí,</p>',
    '<p>Đồng chí được cấp tài khoản sử dụng hệ thống hội nghị Điểm Cầu.</p>',
    `<p>Địa chỉ đăng nhập: <a href="${publicUrl}">${publicUrl}</a><br>`,
    'Tên đăng nhập: <b>{username}</b><br>',
    `Mật khẩu tạm thời, dùng trong ${firstPasswordDays} ngày: <b>{####}</b></p>`,
    '<p>Khi đăng nhập lần đầu, hệ thống yêu cầu đặt mật khẩu mới. Đề nghị không chuyển tiếp thư này.</p>',
  ].join(''),
})
