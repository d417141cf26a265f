// VERIFY.txt: how anybody checks a package or an extract with unzip, sha256sum and openssl alone. Pure.

/** One step: a line for a shell, and what it must print. */
export type Step = { vi: string; en: string; command: string; prints: string }

/** A signed statement of the bag: `chung-thuc/<name>.json`, its signature beside it as `.der`. */
export type SignedFile = { name: string; kid: string; vi: string; en: string }

const fileOf = (name: string) => `chung-thuc/${name}.json`

/** Prints OK where the statement has the file's SHA-256 as that member: words of the shell itself do the looking. */
const names = (file: string, { name }: Pick<SignedFile, 'name'>, member: string): string =>
  `d=$(sha256sum ${file}); read -r s < ${fileOf(name)}; ` +
  `case $s in *"\\"${member}\\":\\"\${d%% *}\\""*) echo OK;; esac`

export const namesFile = (
  file: string,
  statement: SignedFile,
  member: string,
  vi: string,
  en: string,
): Step => ({
  vi,
  en,
  command: names(file, statement, member),
  prints: 'OK',
})

/** Prints OK where a statement says this. */
export const says = (statement: SignedFile, member: string, value: string, vi: string, en: string): Step => ({
  vi,
  en,
  command: `read -r s < ${fileOf(statement.name)}; case $s in *'"${member}":"${value}"'*) echo OK;; esac`,
  prints: 'OK',
})

/** Prints OK where a file of entries goes on, each from the one before, from the first statement to what the last one names. */
export const leadsTo = (
  first: Pick<SignedFile, 'name'>,
  file: string,
  last: Pick<SignedFile, 'name'>,
  vi: string,
  en: string,
): Step => ({
  vi,
  en,
  command:
    `d=$(sha256sum ${fileOf(first.name)}); while read -r s; do case $s in ` +
    `*"\\"prev\\":\\"\${d%% *}\\""*) d=$(printf %s "$s" | sha256sum);; *) d=;; esac; done < ${file}; ` +
    `read -r s < ${fileOf(last.name)}; case $s in *"\\"digest\\":\\"\${d%% *}\\""*) echo OK;; esac`,
  prints: 'OK',
})

export const signedBy = ({ name, kid, vi, en }: SignedFile): Step => ({
  vi: `${vi} do khóa ${kid} ký.`,
  en: `${en} is signed by key ${kid}.`,
  command: `openssl dgst -sha256 -verify khoa/${kid}.pem -signature chung-thuc/${name}.der ${fileOf(name)}`,
  prints: 'Verified OK',
})

const fingerprint = ({ kid, fingerprint: print }: { kid: string; fingerprint: string }): Step => ({
  vi: `Dấu vân tay của khóa ${kid}. Hãy đối chiếu với dấu vân tay đã công bố (xem “Khóa” ở trên).`,
  en: `The fingerprint of key ${kid}. Compare it with the published one (see “Keys” above).`,
  command: `openssl pkey -pubin -in khoa/${kid}.pem -outform DER | sha256sum`,
  prints: `${print}  -`,
})

const checkOf = (manifest: string): string => `sha256sum --check --strict --quiet ${manifest} && echo OK`

type Common = {
  base: string
  /** Of all files in the ZIP. */
  files: number
  certificate: SignedFile
  keys: readonly { kid: string; fingerprint: string }[]
}

/** What every bag of the house is checked by, whatever is in it. */
export const commonSteps = ({ base, files, certificate, keys }: Common): Step[] => [
  {
    vi: 'Mở gói trong một thư mục trống.',
    en: 'Unpack in an empty folder.',
    command: `unzip -q ${base}.zip && cd ${base} && echo OK`,
    prints: 'OK',
  },
  {
    vi: 'Đếm tệp trong gói: không thừa, không thiếu.',
    en: 'Count the files: none more, none less.',
    // As unzip itself counts: a name of blanks alone is no word of a shell.
    command: `set -- $(unzip -Zt ../${base}.zip); echo $1`,
    prints: String(files),
  },
  {
    vi: 'Các tệp mô tả gói còn nguyên.',
    en: 'The files that describe the package are untouched.',
    command: checkOf('tagmanifest-sha256.txt'),
    prints: 'OK',
  },
  {
    vi: 'Các tệp nội dung còn nguyên.',
    en: 'The files of the content are untouched.',
    command: checkOf('manifest-sha256.txt'),
    prints: 'OK',
  },
  ...keys.map(fingerprint),
  signedBy(certificate),
  namesFile(
    'tagmanifest-sha256.txt',
    certificate,
    'tagmanifest',
    'Giấy chứng thực là của chính gói này.',
    'The certificate is of this very package.',
  ),
]

type Words = { title: string; intro: string; step: string; prints: string }

const section = (words: Words, steps: readonly Step[], told: (step: Step) => string): string =>
  [
    words.title,
    '',
    words.intro,
    '',
    ...steps.flatMap((step, at) => [
      `${words.step} ${at + 1}. ${told(step)}`,
      `    $ ${step.command}`,
      `    ${words.prints}`,
      `    > ${step.prints}`,
      '',
    ]),
  ].join('\n')

/** @param keysAt the public address of the keys */
export const verifyText = (
  what: { vi: string; en: string },
  notes: { vi: string; en: string },
  keysAt: string,
  steps: readonly Step[],
): string => {
  const vi = section(
    {
      title: `KIỂM CHỨNG ${what.vi.toUpperCase()}`,
      intro: `Chỉ cần unzip, sha256sum, openssl và một trình lệnh sh; không cần đến hệ thống đã lập gói. Gõ lần lượt từng dòng sau dấu $ và so với dòng sau dấu >. Bước nào in ra khác đi là gói đã bị thay đổi.\n\nKhóa: tệp này đi cùng gói nên chỉ đáng tin khi dấu vân tay của các khóa trùng với dấu vân tay in trong biên bản và tại ${keysAt}.\n\n${notes.vi}`,
      step: 'Bước',
      prints: 'phải in ra:',
    },
    steps,
    (step) => step.vi,
  )
  const en = section(
    {
      title: `HOW TO VERIFY ${what.en.toUpperCase()}`,
      intro: `It takes unzip, sha256sum, openssl and a shell (sh), and nothing of the system that made the package. Type each line after $ and compare with the line after >. A step that prints anything else has found a change.\n\nKeys: this file came with the package, so it can be trusted only as far as the keys' fingerprints are those printed in the minutes and at ${keysAt}.\n\n${notes.en}`,
      step: 'Step',
      prints: 'must print:',
    },
    steps,
    (step) => step.en,
  )
  return `${vi}\n${'-'.repeat(72)}\n\n${en}`
}
