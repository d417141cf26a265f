// Who may import whom. The rules are the map of rooms in README.md, made checkable.
const context = '^functions/(?!shared/)([^/]+)/'
const pure = '(schema|rules|events)[.]ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-stays-pure',
      comment:
        'schema, rules and events know each other, zod and the pure part of the kernel: nothing that does I/O.',
      severity: 'error',
      from: { path: `${context}.*${pure}` },
      to: {
        pathNot: [
          `^functions/[^/]+/.*${pure}`,
          '^functions/[^/]+/[^/]+[.]data[.]ts$',
          '^functions/shared/(problem|text|time|ids|later|field-words)[.]ts$',
          '^node_modules/zod/',
          '^node_modules/canonicalize/',
        ],
      },
    },
    {
      name: 'kernel-knows-no-context',
      severity: 'error',
      from: { path: '^functions/shared/' },
      to: { path: context },
    },
    {
      name: 'verbs-reach-other-contexts-by-pure-files-and-entities',
      severity: 'error',
      from: { path: context, pathNot: '(routes|-app|[.]lambda)[.]ts$' },
      to: {
        path: context,
        pathNot: [
          '^functions/$1/',
          `^functions/[^/]+/.*${pure}`,
          '^functions/[^/]+/entity[.]ts$',
          '^functions/[^/]+/[^/]+[.]data[.]ts$',
          '^functions/grants/allow[.]ts$',
          '^functions/conferences/read-conference[.]ts$',
          '^functions/bridge-points/(attendee|heard|invitations|note-media)[.]ts$',
          '^functions/media/(find-entry|order)[.]ts$',
          '^functions/jobs/start-job[.]ts$',
          // A draft's text is made of the history by whoever compiles it.
          '^functions/minutes/text-as-it-stands[.]ts$',
          // One key each for people and for the house, one chain: whoever seals or certifies goes this one way.
          '^functions/keys/(published-signer|certify)[.]ts$',
          '^functions/archive/(chain|freeze)-record[.]ts$',
          '^functions/minutes/attest-act[.]ts$',
          '^functions/files/(accept-upload|exports|look-picture)[.]ts$',
          // Who may read a record is decided in one place; papers go into packages as their receipts prove them.
          '^functions/archive/read-record[.]ts$',
          '^functions/contributions/hash[.]ts$',
          // A package carries the checkpoint that covers its record.
          '^functions/archive/checkpoint-entity[.]ts$',
          '^functions/media/recording-entity[.]ts$',
        ],
      },
    },
    {
      name: 'routes-own-context-and-kernel',
      severity: 'error',
      from: { path: `${context}routes[.]ts$` },
      to: { path: context, pathNot: ['^functions/$1/'] },
    },
    {
      name: 'web-knows-only-pure-files-and-the-type-of-the-api',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^(functions|infra)/',
        pathNot: [
          `^functions/[^/]+/.*${pure}`,
          '^functions/[^/]+/[^/]+[.]data[.]ts$',
          '^functions/shared/(problem|text|time|ids|later)[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'infra-deploys-entries-only',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^functions/',
        pathNot: [
          'events[.]ts$',
          '^functions/(api|contexts|page|minutes/sign-app|accounts/accounts-app|archive/archive-app|files/files-app|search/search-app|search/rebuild-index)[.]ts$',
          '[.]lambda[.]ts$',
          '[.]data[.]ts$',
          '^functions/shared/',
        ],
      },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-orphans-of-npm',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
