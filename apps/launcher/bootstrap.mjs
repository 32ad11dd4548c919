import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBootstrapLock } from './bootstrap-lock.mjs';
import { LauncherError } from './launcher-error.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { sourceHash } from './source-hash.mjs';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const TOOLS = ['package-lock.json', 'package.json'];
const SERVER_SOURCES = [...TOOLS, 'tsconfig.json', 'nest-cli.json', 'apps/server', 'libs', 'migrations'];
const WEB_SOURCES = [...TOOLS, 'apps/web'];
const INSTALL_STAMP = join(projectRoot, 'node_modules/.junheng-stamp');
const BUILD_STAMP = join(projectRoot, 'dist/.stamp');
const WEB_CONFIG = 'apps/web/vite.config.ts';

/** The built entry point, in the form that import() takes on every platform. */
export const serverEntry = (name) => pathToFileURL(join(projectRoot, 'dist/apps/server/src', name)).href;

/**
 * Brings node_modules and dist up to date with the sources; nothing is done twice.
 * @param {{ web: boolean, quiet?: boolean, say: (line: string) => void }} options quiet: say only what takes time
 * @throws {LauncherError} when a step fails
 */
export async function bootstrap(options) {
  const wanted = wantedStamps(options.web);
  const missing = () => missingSteps(wanted);
  if (missing().length > 0) {
    const lock = join(projectRoot, 'dist/.bootstrap.pid');
    const onWait = (pid) => options.say(`· 另一个进程（PID ${pid}）正在安装或编译，等它完成……`);
    await withBootstrapLock(lock, onWait, () => runSteps(missing(), wanted, options.say));
  }
  if (!options.quiet) options.say('✓ 依赖与程序已就绪');
}

function wantedStamps(web) {
  const install = `${sourceHash(projectRoot, ['package-lock.json'])} ${process.platform}-${process.arch}`;
  const stamps = { install, server: sourceHash(projectRoot, SERVER_SOURCES) };
  const hasWeb = web && existsSync(join(projectRoot, WEB_CONFIG));
  return hasWeb ? { ...stamps, web: sourceHash(projectRoot, WEB_SOURCES) } : stamps;
}

function missingSteps(wanted) {
  const built = readBuildStamps();
  const steps = readText(INSTALL_STAMP) === wanted.install ? [] : ['install'];
  return [...steps, ...['server', 'web'].filter((part) => wanted[part] && built[part] !== wanted[part])];
}

async function runSteps(steps, wanted, say) {
  if (steps.includes('install')) {
    await timed(say, '安装依赖（首次约一分钟）', install);
    writeFileSync(INSTALL_STAMP, wanted.install);
  }
  const builds = steps.filter((step) => step !== 'install');
  if (builds.length === 0) return;
  await timed(say, '编译程序（首次约半分钟）', async () => {
    mkdirSync(dirname(BUILD_STAMP), { recursive: true });
    const stamps = readBuildStamps();
    // A build that is cut off must not pass for finished.
    for (const part of builds) delete stamps[part];
    writeFileSync(BUILD_STAMP, JSON.stringify(stamps));
    await Promise.all(builds.map((part) => (part === 'server' ? buildServer() : buildWeb())));
    for (const part of builds) stamps[part] = wanted[part];
    writeFileSync(BUILD_STAMP, JSON.stringify(stamps));
  });
}

async function timed(say, label, work) {
  say(`· ${label}……`);
  const startedAt = performance.now();
  await work();
  say(`✓ ${label.replace(/（.*）/, '')}（${((performance.now() - startedAt) / 1000).toFixed(1)} 秒）`);
}

/** Under `npm start` the very npm that runs us; development packages too, whatever NODE_ENV says: they build. */
async function install() {
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const onWindows = process.platform === 'win32';
  const result = npm?.endsWith('.js')
    ? await runCommand(process.execPath, [npm, ...args], { cwd: projectRoot })
    : await runCommand('npm', args, { cwd: projectRoot, shell: onWindows });
  refuseFailure(result, '安装依赖失败，请检查网络或 npm 镜像设置后重试');
}

async function buildServer() {
  // What a renamed source once compiled to must not stay importable.
  for (const path of ['apps', 'libs', 'migrations', '.build.tsbuildinfo']) {
    rmSync(join(projectRoot, 'dist', path), { recursive: true, force: true });
  }
  refuseFailure(await runTool('@nestjs/cli/bin/nest.js', ['build']), '编译服务端失败');
}

async function buildWeb() {
  const result = await runTool('vite/bin/vite.js', ['build', '--config', WEB_CONFIG]);
  refuseFailure(result, '编译网页失败');
}

function runTool(program, args) {
  return runCommand(process.execPath, [join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
  });
}

function refuseFailure({ code, output }, sentence) {
  if (code !== 0) throw new LauncherError(`${sentence}。输出如下：\n${lastLines(output)}`);
}

function readBuildStamps() {
  const text = readText(BUILD_STAMP);
  return text === '' ? {} : JSON.parse(text);
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
