import { loadStandards, PackError, standardsDirectory } from '#campaign-pack';
import type { StandardCatalogue } from '#indicator-engine';
import { StartUpError } from '../../config/start-up-error.js';

/**
 * The standard of the program with a county's own corrections over it.
 * @throws StartUpError with every fault of the county's files
 */
export function openStandards(own: string | undefined): StandardCatalogue {
  try {
    return loadStandards(standardsDirectory(), own ?? null);
  } catch (error) {
    if (!(error instanceof PackError) || own === undefined) throw error;
    const lines = error.faults.map(({ file, line, message }) => `${file} 第 ${line} 行：${message}`);
    throw new StartUpError(
      `JUNHENG_STANDARDS 指的标准文件有 ${lines.length} 处错误：\n  ${lines.join('\n  ')}`,
    );
  }
}
