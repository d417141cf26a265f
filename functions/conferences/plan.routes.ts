// Conferences made from others, over HTTP: copies, templates of a unit, series; mounted under /conferences.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { ConferenceInput } from './acts.schema.ts'
import { cloneConference } from './clone-conference.ts'
import {
  CopyInput,
  SeriesInput,
  SeriesPath,
  ShownSeries,
  Template,
  TemplateInput,
  TemplateList,
  TemplatePath,
  TemplateQuery,
} from './plan.schema.ts'
import { readConference } from './read-conference.ts'
import { Conference, ConferencePath } from './schema.ts'
import { draftSeries, editFollowing, readSeries } from './series.ts'
import { draftFromTemplate, listTemplates, readTemplate, retireTemplate, saveTemplate } from './templates.ts'

const at = valid('param', ConferencePath)
const template = valid('param', TemplatePath)

export const conferencePlans = new Hono<Env>()
  .get(
    '/templates',
    doc({ act: 'template:read', summary: 'The templates of a unit', answer: TemplateList }),
    valid('query', TemplateQuery),
    async (c) => c.json({ items: await listTemplates(c.var.actor, c.req.valid('query').unit) }),
  )
  .get(
    '/templates/:template',
    doc({ act: 'template:read', summary: 'One template', answer: Template }),
    template,
    async (c) => c.json(await readTemplate(c.var.actor, c.req.valid('param').template)),
  )
  .post(
    '/templates/:template/draft',
    doc({ act: 'conference:draft', summary: 'Draft from a template', answer: Conference, status: 201 }),
    template,
    valid('json', CopyInput),
    async (c) => {
      const conference = await onceVersioned(
        c,
        (actor) => draftFromTemplate(actor, c.req.valid('param').template, c.req.valid('json')),
        (id) => readConference(c.var.actor, id),
      )
      return c.json(conference, 201)
    },
  )
  .post(
    '/templates/:template/retire',
    doc({ act: 'template:write', summary: 'Take a template out of use', answer: Template }),
    template,
    nothing,
    async (c) => {
      const { template: id } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => retireTemplate(actor, id),
          () => readTemplate(c.var.actor, id),
        ),
      )
    },
  )
  .post(
    '/series',
    doc({ act: 'conference:draft', summary: 'Draft a series', answer: ShownSeries, status: 201 }),
    valid('json', SeriesInput),
    async (c) => {
      const id = await once(
        c,
        async (actor) => (await draftSeries(actor, c.req.valid('json'))).id,
        async (ref) => ref,
      )
      return c.json(await readSeries(c.var.actor, id), 201)
    },
  )
  .get(
    '/series/:series',
    doc({ act: 'series:read', summary: 'A series and its conferences', answer: ShownSeries }),
    valid('param', SeriesPath),
    async (c) => c.json(await readSeries(c.var.actor, c.req.valid('param').series)),
  )
  .post(
    '/:id/clone',
    doc({
      act: 'conference:draft',
      summary: 'Draft a conference like this',
      answer: Conference,
      status: 201,
    }),
    at,
    valid('json', CopyInput),
    async (c) => {
      const conference = await onceVersioned(
        c,
        (actor) => cloneConference(actor, c.req.valid('param').id, c.req.valid('json')),
        (id) => readConference(c.var.actor, id),
      )
      return c.json(conference, 201)
    },
  )
  .post(
    '/:id/save-as-template',
    doc({
      act: 'template:write',
      summary: "Save as a template of its host's",
      answer: Template,
      status: 201,
    }),
    at,
    valid('json', TemplateInput),
    async (c) =>
      c.json(
        await once(
          c,
          (actor) => saveTemplate(actor, c.req.valid('param').id, c.req.valid('json')),
          (id) => readTemplate(c.var.actor, id),
        ),
        201,
      ),
  )
  .put(
    '/:id/following',
    doc({
      act: 'conference:edit',
      summary: 'Edit this conference of a series and all later ones that are yet to open (If-Match)',
      answer: ShownSeries,
    }),
    at,
    valid('json', ConferenceInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await reloading(() => editFollowing(c.var.actor, id, ifMatch(c), c.req.valid('json'))))
    },
  )
