// The link of a bridge point over HTTP: join and leave, heartbeats, pages, faults; mounted under /conferences.
import { Hono } from 'hono'
import { PointEntryInput, RoomEntry } from '#functions/media/schema.ts'
import { keyOf, once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { endFault } from './end-fault.ts'
import { enterRoom, withEntry } from './enter-room.ts'
import { FaultEndInput, FaultInput, FaultPath, ShownFault, ShownFaults } from './faults.schema.ts'
import { joinLink } from './join-link.ts'
import { keepHeartbeat } from './keep-heartbeat.ts'
import { leaveLink } from './leave-link.ts'
import {
  HeartbeatInput,
  HeartbeatTaken,
  Joined,
  JoinInput,
  LeaveInput,
  PagesShown,
  PresenceInput,
} from './link.schema.ts'
import { notePresence } from './note-presence.ts'
import { faultAgain, joinedAgain, joinedAs, readFaults, shownFault } from './read-link.ts'
import { reportFault } from './report-fault.ts'
import { PointPath } from './schema.ts'

const one = valid('param', PointPath)

export const links = new Hono<Env>()
  .post(
    '/:id/bridge-points/:point/join',
    doc({ act: 'point:link', summary: 'Connect: a session of the link begins', answer: Joined, status: 201 }),
    one,
    valid('json', JoinInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const input = c.req.valid('json')
      const answer = await once(
        c,
        async (actor) => joinedAs(actor, await joinLink(actor, id, point, input)),
        (session) => joinedAgain(c.var.actor, id, point, session),
        'seal',
      )
      return c.json(input.room ? await withEntry(c.var.actor, id, point, answer) : answer, 201)
    },
  )
  // What opens a seat is answered and kept nowhere: a repeat is answered anew, and its key is not kept.
  .post(
    '/:id/bridge-points/:point/entry',
    doc({
      act: 'point:link',
      summary: 'What the page that holds the seat of the point sits down with in the room',
      answer: RoomEntry,
    }),
    one,
    valid('json', PointEntryInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      keyOf(c)
      return c.json(await enterRoom(c.var.actor, id, point, c.req.valid('json')))
    },
  )
  .post(
    '/:id/bridge-points/:point/leave',
    doc({ act: 'point:link', summary: 'A session of the link ends', answer: Joined }),
    one,
    valid('json', LeaveInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const answer = await once(
        c,
        async (actor) => joinedAs(actor, await leaveLink(actor, id, point, c.req.valid('json'))),
        (session) => joinedAgain(c.var.actor, id, point, session),
        'seal',
      )
      return c.json(answer)
    },
  )
  // Of heartbeats and pages only the latest is kept: a repeat changes nothing, and their keys are not kept.
  .post(
    '/:id/bridge-points/:point/heartbeat',
    doc({
      act: 'point:link',
      summary: 'The page that holds a session is there, and whether its media stands; every 30 s',
      answer: HeartbeatTaken,
    }),
    one,
    valid('json', HeartbeatInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      keyOf(c)
      return c.json(await keepHeartbeat(c.var.actor, id, point, c.req.valid('json')))
    },
  )
  .post(
    '/:id/bridge-points/:point/presence',
    doc({ act: 'point:link', summary: 'A page of the point came or went', answer: PagesShown }),
    one,
    valid('json', PresenceInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      keyOf(c)
      return c.json(await notePresence(c.var.actor, id, point, c.req.valid('json')))
    },
  )
  .get(
    '/:id/bridge-points/:point/faults',
    doc({ act: 'conference:read', summary: 'Faults of a point, open and over', answer: ShownFaults }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json({ items: await readFaults(c.var.actor, id, point) })
    },
  )
  .post(
    '/:id/bridge-points/:point/faults',
    doc({
      act: 'point:fault',
      summary: 'Report a fault: no picture, no sound, link lost; of an open one, one more report',
      answer: ShownFault,
      status: 201,
    }),
    one,
    valid('json', FaultInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const fault = await once(
        c,
        (actor) => reportFault(actor, id, point, c.req.valid('json')),
        (ref) => faultAgain(c.var.actor, id, point, ref),
      )
      return c.json(shownFault(fault), 201)
    },
  )
  .post(
    '/:id/bridge-points/:point/faults/:fault/end',
    doc({ act: 'point:fault', summary: 'A fault is over', answer: ShownFault }),
    valid('param', FaultPath),
    valid('json', FaultEndInput),
    async (c) => {
      const { id, point, fault } = c.req.valid('param')
      const over = await once(
        c,
        (actor) => endFault(actor, id, point, fault, c.req.valid('json')),
        (ref) => faultAgain(c.var.actor, id, point, ref),
      )
      return c.json(shownFault(over))
    },
  )
