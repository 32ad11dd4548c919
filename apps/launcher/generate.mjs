// Regenerates what is generated and committed: docs/openapi.json from the built server, and the web client's types
// from it. Run it after a change of a DTO; a test compares both with what is committed.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

run('node_modules/@nestjs/cli/bin/nest.js', 'build');
run('dist/apps/server/src/write-openapi.js', 'docs/openapi.json');
run('node_modules/openapi-typescript/bin/cli.js', 'docs/openapi.json', '-o', 'apps/web/src/api/schema.d.ts');
