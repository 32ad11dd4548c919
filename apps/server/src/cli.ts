import 'reflect-metadata';
import { runCommandLine } from './run-command-line.js';

// `junheng … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  directory: process.cwd(),
  print: (text) => console.log(text),
  complain: (text, ...error) => console.error(text, ...error),
  setExitCode: (code) => {
    process.exitCode = code;
  },
});
