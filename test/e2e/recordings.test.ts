// A recording of a room with moving cameras moves; the desk records, ends, and opens it at a speech.
import {
  ChimeSDKMediaPipelinesClient,
  CreateMediaCapturePipelineCommand,
  DeleteMediaPipelineCommand,
} from '@aws-sdk/client-chime-sdk-media-pipelines'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { openObjects } from '#infra/local/chime/pipeline-objects.ts'
import { joined } from '#infra/local/chime/webm.ts'
import type { Home } from '#infra/local/home.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { type Hall, more, openHall, until } from '#test/support/meeting/hall.ts'
import { readWebm } from '#test/support/webm.ts'
import { arrive, type Person } from './person.ts'

let home: Home
let hall: Hall
let desk: Desk
let file: Buffer
const complaints: string[] = []
const objects = openObjects(() => ({
  endpoint: process.env.S3_ENDPOINT ?? '',
  credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
}))

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:40:00+07:00'))
  await buildWeb()
  hall = await openHall({ objects })
  desk = await takeSeat(home.origin, 'thuky')
}, 120_000)

afterAll(async () => {
  objects.close()
  await hall?.close()
  await home?.stop()
})

/** Two moments of a film, drawn and compared point by point. @returns how many of the points differ */
const difference = (page: Page, bytes: Buffer, at: [number, number]): Promise<number> =>
  page.evaluate(
    async ({ film, moments }) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = `data:video/webm;base64,${film}`
      const told = (name: string) =>
        new Promise((resolve) => video.addEventListener(name, resolve, { once: true }))
      await told('loadeddata')
      const canvas = document.createElement('canvas')
      const drawn: Uint8ClampedArray[] = []
      for (const moment of moments) {
        const there = told('seeked')
        video.currentTime = moment
        await there
        canvas.width = video.videoWidth
        canvas.height = video.videoHeight
        const context = canvas.getContext('2d')
        context?.drawImage(video, 0, 0)
        const points = context?.getImageData(0, 0, canvas.width, canvas.height).data
        if (points) drawn.push(points)
      }
      const [first, second] = drawn
      let differing = 0
      for (let at = 0; first && second && at < first.length; at += 4)
        if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > 24) differing++
      return differing
    },
    { film: bytes.toString('base64'), moments: at },
  )

test('what is recorded of a room with a camera moves', async () => {
  const meeting = await hall.meet()
  const [centre, watcher] = [
    await hall.enter(meeting, 'bpt_centre', 440),
    await hall.enter(meeting, 'bpt_ninh-binh', 880),
  ]
  await centre.camera('#c00')
  await more(watcher.frames, 5)
  const { endpoint } = hall.chime
  const credentials = { accessKeyId: 'anything', secretAccessKey: 'anything' }
  const client = new ChimeSDKMediaPipelinesClient({ endpoint, region: 'ap-southeast-1', credentials })
  const { MediaCapturePipeline } = await client.send(
    new CreateMediaCapturePipelineCommand({
      ...{ SourceType: 'ChimeSdkMeeting', SourceArn: meeting.MeetingArn },
      ...{ SinkType: 'S3Bucket', SinkArn: 'arn:aws:s3:::recordings/pieces/e2e' },
    }),
  )
  const pieces = () => objects.list('recordings', 'pieces/e2e/')
  await until(pieces, (keys) => keys.length > 0)
  await client.send(
    new DeleteMediaPipelineCommand({ MediaPipelineId: MediaCapturePipeline?.MediaPipelineId }),
  )
  client.destroy()
  await hall.chime.settled()
  file = joined(await Promise.all((await pieces()).map((key) => objects.get('recordings', key)))).file
  const { seconds, pictures, sounds } = await readWebm(file)
  expect(seconds).toBeGreaterThan(4.5)
  expect(pictures.length).toBeGreaterThan(seconds * 5)
  expect(sounds.length).toBeGreaterThan(seconds * 40)
  expect(await difference(watcher.page, file, [1, seconds - 1])).toBeGreaterThan(100)
  await Promise.all([centre.page.close(), watcher.page.close()])
})

const conferenceOf = async (): Promise<string> => {
  const { items } = await desk.get<{ items: { id: string }[] }>('/conferences')
  return items[0]?.id ?? ''
}

const toRecordings = async ({ page, open }: Person) => {
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
  await open('Ghi hình')
}

test('the desk records, ends, watches from a mark on', async () => {
  const id = await conferenceOf()
  const path = `/conferences/${id}`
  await desk.post(`${path}/open`, {})
  await desk.post(`${path}/start`, {})
  const person = await arrive(hall.tabs.browser, home.origin, 'thuky', complaints)
  const { page, act, check } = person
  const shot = (name: string) => page.screenshot({ path: `.build/recordings-${name}.png`, fullPage: true })
  try {
    await toRecordings(person)
    await page.getByText('Chưa có bản ghi hình nào').waitFor()
    await check('recordings, none')
    await shot('none')
    await act('Bắt đầu ghi hình')
    await page.getByText(/Đã ghi \d\d:\d\d/).waitFor({ timeout: 30_000 })
    const { items } = await desk.get<{ items: { id: string }[] }>(`${path}/agenda`)
    await desk.post(`${path}/agenda/items/${items[0]?.id}/start`, {})
    await page.getByText('Hội nghị nội bộ không được phát ra ngoài.').waitFor()
    await check('recordings, on')
    await shot('on')
    await act('Dừng ghi hình')
    await page.getByRole('button', { name: 'Xem' }).waitFor({ timeout: 30_000 })
    // Nobody sat in that room: what was recorded of the other is put in its place.
    const [key = ''] = await objects.list('recordings', `whole/${id}/`)
    await objects.put('recordings', key, file)
    await page.getByRole('button', { name: 'Xem' }).click()
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
    await page.getByRole('button', { name: /Nội dung/ }).click()
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
    expect(page.url()).toMatch(/play=rcd_/)
    await page.evaluate(() => document.querySelector('video')?.pause())
    await shot('watched')
    await check('recordings, watched')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot('watched-dark')
    await check('recordings, watched, dark')
    expect(complaints).toEqual([])
  } catch (error) {
    await page.screenshot({ path: '.build/recordings-failure.png', fullPage: true })
    throw error
  } finally {
    await person.leave()
  }
})
