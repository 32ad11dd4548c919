import { type Inspect, notWhatItSays } from './inspect.js';
import { readStart } from './read-start.js';

const lookedAt = 1024;
const pageMarkup = /<(?:!doctype|html|head|body|script|svg|iframe)\b/i;

/** A PDF from its first byte on: readers tolerate junk before `%PDF`, which is how a page hides in a PDF. */
export const inspectPdf: Inspect = async (path) => {
  const start = (await readStart(path, lookedAt)).toString('latin1');
  if (!start.startsWith('%PDF-')) return notWhatItSays;
  return pageMarkup.test(start) ? '文件内混有网页内容' : undefined;
};
