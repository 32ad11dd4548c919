import type { CommanderError } from 'commander';

const faults: Readonly<Record<string, string>> = {
  'commander.missingMandatoryOptionValue': '缺少必填的选项',
  'commander.optionMissingArgument': '选项后面缺少值',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数太多',
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.invalidArgument': '选项的值不对',
  'commander.conflictingOption': '选项不能同时使用',
};

/**
 * A mistake on the command line in Chinese; undefined for help, which is no mistake.
 * @example usageFault(error) // '没有这个选项：--jsn'
 */
export function usageFault(error: CommanderError): string | undefined {
  const fault = faults[error.code];
  const [what] = /'[^']*'/.exec(error.message) ?? [];
  return fault && (what ? `${fault}：${what.slice(1, -1)}` : fault);
}
