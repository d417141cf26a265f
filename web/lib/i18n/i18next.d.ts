// Makes every message key checked: a word that does not exist does not compile.
import type { vi as accounts } from '#web/accounts/words.ts'
import type { vi as keeping } from '#web/archive/keeping/words.ts'
import type { vi as record } from '#web/archive/record-words.ts'
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
import type { Worded } from './worded.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: FirstWords & LaterWords
      accounts: Worded<typeof accounts>
      archive: Worded<typeof archive>
      bulletins: Worded<typeof bulletins>
      delegate: Worded<typeof delegate>
      desk: Worded<typeof desk>
      directory: Worded<typeof directory>
      entering: Worded<typeof entering>
      grants: Worded<typeof grants>
      imports: Worded<typeof imports>
      jobs: Worded<typeof jobs>
      keeping: Worded<typeof keeping>
      live: Worded<typeof live>
      meeting: Worded<typeof meeting>
      minutes: Worded<typeof minutes>
      operator: Worded<typeof operator>
      outcomes: Worded<typeof outcomes>
      personal: Worded<typeof personal>
      record: Worded<typeof record>
      recordings: Worded<typeof recordings>
      scheduling: Worded<typeof scheduling>
      secretariat: Worded<typeof secretariat>
      wall: Worded<typeof wall>
      when: Worded<typeof when>
    }
  }
}
