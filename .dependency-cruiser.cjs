// "Who may import whom" as rules: the table of rooms, one door per library, no cycles (types included).
const OURS = '^(server|web|federation|migrations|demo|test|scripts)/';
const SOURCES = '^(server|web|federation|migrations)/';

/** Room → what it may import of ours, besides itself. `type:` allows the types of a file and nothing else. */
const ROOMS = {
  'server/domain': [],
  'server/text': ['server/domain'],
  'server/check': ['server/domain'],
  'server/store': ['server/domain', 'migrations'],
  'server/net': ['server/domain'],
  'server/mail': ['server/domain'],
  'server/jobs': ['server/domain'],
  'server/media': ['server/domain', 'server/net'],
  'server/actions': ['domain', 'text', 'check', 'store', 'net', 'media', 'mail', 'jobs'].map(
    (room) => `server/${room}`,
  ),
  'server/reads': ['server/domain', 'server/store'],
  web: [
    'server/domain',
    'server/text',
    'server/check',
    'server/actions',
    'server/reads',
    'type:server/store/db.ts',
  ],
  federation: [
    ...[
      'server/domain',
      'server/text',
      'server/net',
      'server/actions',
      'server/reads',
      'type:server/store/db.ts',
    ],
    ...['server/store/inbox.ts', 'server/store/deliveries.ts', 'server/store/keys.ts'],
  ],
  migrations: [],
};

/** Library → the rooms that may use it. */
const DOORS = {
  '(@types/)?pg': ['server/store'],
  kysely: ['server/store', 'server/reads', 'migrations'],
  '(@types/)?(express-session|connect-pg-simple)': ['server/store', 'web/http'],
  // the rich surface reads Markdown with the reader of the server, to see whether it would lose anything
  '(@types/)?(marked|sanitize-html)': ['server/text', 'web/assets/rich-text'],
  '@tiptap/[^/]+': ['web/assets/rich-text'],
  'preact(-render-to-string)?': ['web'],
  '@fedify/[^/]+': ['federation'],
  undici: ['server/net'],
  'pg-boss': ['server/jobs'],
  '(@types/)?nodemailer': ['server/mail'],
  '(sharp|blurhash|file-type)': ['server/media'],
  '(@types/)?busboy': ['web/http'],
};

const within = (path) => `^${path.replaceAll('.', '\\.')}(/|$)`;

function roomRules([room, allowed]) {
  const types = allowed
    .filter((path) => path.startsWith('type:'))
    .map((path) => within(path.slice('type:'.length)));
  const values = [room, ...allowed.filter((path) => !path.startsWith('type:'))].map(within);
  const name = `rooms-${room.replace('/', '-')}`;
  const rule = { severity: 'error', from: { path: within(room) } };
  return [
    { ...rule, name, to: { path: OURS, pathNot: [...values, ...types] } },
    ...types.map((path) => ({
      ...rule,
      name: `${name}-types-only`,
      to: { path, dependencyTypesNot: ['type-only'] },
    })),
  ];
}

function doorRule([library, rooms]) {
  return {
    name: `door-${library.replace(/[^a-z-]+/g, '')}`,
    severity: 'error',
    from: { path: SOURCES, pathNot: rooms.map(within) },
    to: { path: `(^|/)node_modules/${library}(/|$)` },
  };
}

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).flatMap(roomRules),
    ...Object.entries(DOORS).map(doorRule),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tests-in-the-house',
      severity: 'error',
      from: { path: SOURCES },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-development-packages-in-the-house',
      severity: 'error',
      from: { path: SOURCES },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.node'],
    },
  },
};
