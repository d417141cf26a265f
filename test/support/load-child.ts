// Loads a home into a folder and stops it. Argument: the folder.
import { startHome } from '#infra/local/home.ts'

const home = await startHome({
  data: process.argv[2] ?? '',
  port: 0,
  clock: new Date('2022-11-23T08:00:00+07:00'),
})
await home.settled()
await home.stop()
