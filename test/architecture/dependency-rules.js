const NEST_OR_DATABASE = '^node_modules/(@nestjs|typeorm|pg)/';

/** Who may import whom, with the reason on each rule; house rules in docs/architecture.md. */
export default {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment:
        'Dates, calendar and errors are the ground all stands on: no package, no Node, no project code.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: 'libs-stand-on-kernel-only',
      comment:
        'A library has its own import rule or it would be a folder; libraries know the kernel, not each other.',
      severity: 'error',
      from: { path: '^libs/(indicator-engine|official-documents)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/kernel/index\\.ts$'] },
    },
    {
      name: 'packs-stand-on-kernel-and-engine',
      comment: 'A pack holds plans and standards as data; the engine gives the standards their shape.',
      severity: 'error',
      from: { path: '^libs/campaign-pack/' },
      to: {
        path: '^libs/',
        pathNot: ['^libs/campaign-pack/', '^libs/(kernel|indicator-engine)/index\\.ts$'],
      },
    },
    {
      name: 'libs-know-no-framework',
      comment: 'Law, plan and papers outlive the web framework and the database of the day.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: NEST_OR_DATABASE },
    },
    {
      name: 'libs-through-their-index',
      comment: 'The single index.ts is what a library promises; what it hides may change.',
      severity: 'error',
      from: { path: '^(apps|migrations)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/index\\.ts$' },
    },
    {
      name: 'nobody-imports-apps',
      comment:
        'Applications are the outer edge. Tests drive them; libraries and migrations must run without.',
      severity: 'error',
      from: { path: '^(libs|migrations)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-knows-the-api-only',
      comment:
        'The browser client talks to the API through its generated types; shared code would hide drift.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|libs/|migrations/|test/)' },
    },
    {
      name: 'server-knows-no-web',
      comment: 'The server hands out built files; it compiles and starts without the client.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/(web|launcher)/' },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'Test support must not reach an installation.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.(spec|test)\\.ts$' },
      to: { path: ['^test/', '\\.(spec|test)\\.ts$'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file; as ESM entities they crash at start. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'features-meet-at-the-module',
      comment:
        "Another feature's tables, policies and files are its own business: take what its module hands out.",
      severity: 'error',
      from: { path: '^apps/server/src/features/([^/]+)/' },
      to: {
        path: '^apps/server/src/features/',
        pathNot: [
          '^apps/server/src/features/$1/',
          '^apps/server/src/features/([^/]+)/\\1\\.(module|facade)\\.ts$',
        ],
      },
    },
    {
      name: 'controllers-only-call',
      comment: 'A controller parses, calls and presents; rows and SQL belong to operations and queries.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: ['\\.(repository|entity)\\.ts$', '^node_modules/pg/'] },
    },
    {
      name: 'policy-and-presenter-are-plain',
      comment:
        'A policy reads like the regulation, a presenter is a function: both are tested without Nest or TypeORM.',
      severity: 'error',
      from: { path: '\\.(policy|presenter)\\.ts$' },
      to: { path: NEST_OR_DATABASE },
    },
    {
      name: 'inner-parts-know-no-controller',
      comment: 'Calls go controller → operation or query → repository → entity, never back out.',
      severity: 'error',
      from: {
        path: '^apps/server/src/features/',
        pathNot: '\\.(module|controller)\\.ts$',
      },
      to: { path: '\\.controller\\.ts$' },
    },
    {
      name: 'edge-knows-no-feature',
      comment: 'Configuration, database and HTTP plumbing serve every feature, so they depend on none.',
      severity: 'error',
      from: { path: '^apps/server/src/(config|database|http|jobs)/' },
      to: {
        path: '^apps/server/src/features/',
        // The data source lists all entities; scheduled jobs call what a feature's module hands out.
        pathNot: ['\\.entity\\.ts$', '\\.module\\.ts$'],
      },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'What runs at a county is in dependencies; a development package may be missing there.',
      severity: 'error',
      from: { path: '^(apps/server|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would drop the rest of the graph out of sight of these rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead code, or misses its wiring.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(apps/server|libs)/',
        pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', '^libs/[^/]+/index\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|node_modules/.+/node_modules)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
