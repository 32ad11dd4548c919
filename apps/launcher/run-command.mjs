import { spawn } from 'node:child_process';

const LINES_SHOWN = 60;

/**
 * Runs a command to its end and keeps its output to ourselves.
 * A signal to this process alone (SIGTERM from a supervisor) is passed on, so that no npm outlives us.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean, timeoutMs?: number }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { timeoutMs = 0, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const pass = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGTERM', pass).once('SIGINT', pass);
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code, signal) => {
      if (signal) output += `\n[${signal}]`;
      finish(code ?? 1);
    });
  });
}

/** The end of a long output, where the reason stands. */
export function lastLines(output) {
  return output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
}
