// Makes every message key checked: a word that does not exist does not compile.
import type { vi as accounts } from '#web/accounts/words.ts'
import type { vi as keeping } from '#web/archive/keeping/words.ts'
import type { vi as record } from '#web/archive/record-words.ts'
import type { vi as register } from '#web/archive/register/words.ts'
import type { vi as archive } from '#web/archive/words.ts'
import type { vi as wall } from '#web/board/words.ts'
import type { vi as operator } from '#web/bridge-points/operator/words.ts'
import type { vi as bulletins } from '#web/bulletins/words.ts'
import type { vi as scheduling } from '#web/conferences/scheduling/words.ts'
import type { vi as secretariat } from '#web/conferences/secretariat/words.ts'
import type { vi as delegate } from '#web/delegates/words.ts'
import type { vi as directory } from '#web/directory/words.ts'
import type { vi as desk } from '#web/floor/desk/words.ts'
import type { vi as grants } from '#web/grants/words.ts'
import type { vi as entering } from '#web/imports/entering/words.ts'
import type { vi as imports } from '#web/imports/words.ts'
import type { vi as jobs } from '#web/jobs/words.ts'
import type { vi as live } from '#web/lib/live/words.ts'
import type { vi as meeting } from '#web/meeting/words.ts'
import type { vi as minutes } from '#web/minutes/words.ts'
import type { vi as outcomes } from '#web/outcomes/words.ts'
import type { vi as personal } from '#web/personal/words.ts'
import type { vi as recordings } from '#web/recordings/words.ts'
import type { vi as when } from '#web/ui/when/words.ts'
import type { LaterWords } from './later.vi.ts'
import type { FirstWords } from './vi.ts'
import type { Words } from './worded.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: FirstWords & LaterWords
      accounts: Words<typeof accounts>
      archive: Words<typeof archive>
      bulletins: Words<typeof bulletins>
      delegate: Words<typeof delegate>
      desk: Words<typeof desk>
      directory: Words<typeof directory>
      entering: Words<typeof entering>
      grants: Words<typeof grants>
      imports: Words<typeof imports>
      jobs: Words<typeof jobs>
      keeping: Words<typeof keeping>
      live: Words<typeof live>
      meeting: Words<typeof meeting>
      minutes: Words<typeof minutes>
      operator: Words<typeof operator>
      outcomes: Words<typeof outcomes>
      personal: Words<typeof personal>
      record: Words<typeof record>
      register: Words<typeof register>
      recordings: Words<typeof recordings>
      scheduling: Words<typeof scheduling>
      secretariat: Words<typeof secretariat>
      wall: Words<typeof wall>
      when: Words<typeof when>
    }
  }
}
