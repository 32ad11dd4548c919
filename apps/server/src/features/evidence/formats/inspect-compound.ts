import { compoundFileNames } from './compound-file.js';
import { damaged, hasMacros, type Inspect, notWhatItSays } from './inspect.js';

const macroNames = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros', 'PROJECTwm'];

/**
 * An old Office or WPS document.
 * @param streams one of these stream names makes it a document of this kind
 */
export function inspectCompound(...streams: readonly string[]): Inspect {
  return async (path) => {
    let names: Set<string> | undefined;
    try {
      names = await compoundFileNames(path);
    } catch {
      return damaged;
    }
    if (!names) return notWhatItSays;
    if (names.has('EncryptedPackage')) return '文件已加密，请取消密码后再上传';
    if (macroNames.some((name) => names.has(name))) return hasMacros;
    return streams.some((name) => names.has(name)) ? undefined : notWhatItSays;
  };
}
