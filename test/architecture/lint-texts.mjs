/** Lints the texts given on stdin as [[file, text], …] as if each stood in its file; prints the lines found. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

// Else typescript-eslint takes the text from the disk.
process.env.TSESTREE_SINGLE_RUN = 'false';
const eslint = new ESLint({ overrideConfigFile: 'test/architecture/eslint.config.js' });
const answers = [];
for (const [filePath, code] of JSON.parse(await text(process.stdin))) {
  const [report] = await eslint.lintText(code, { filePath });
  answers.push([...new Set(report.messages.map(({ line }) => line))]);
}
console.log(JSON.stringify(answers));
