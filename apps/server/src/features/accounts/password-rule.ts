export const shortestPassword = 10;
export const longestPassword = 128;
const leastClasses = 3;
const fragmentLength = 3;

/**
 * What is wrong with a password a person has chosen (T33): ten characters, three of four classes, no piece of the login.
 * @returns Chinese sentences, none when it is good
 */
export function passwordFaults(password: string, login: string): string[] {
  const faults: string[] = [];
  const length = [...password].length;
  if (length < shortestPassword) faults.push(`至少 ${shortestPassword} 位`);
  if (length > longestPassword) faults.push(`最多 ${longestPassword} 位`);
  if (classesIn(password) < leastClasses) faults.push('须含大写字母、小写字母、数字、符号中的至少三类');
  if (containsFragment(password, login)) faults.push(`不能含有登录名中连续 ${fragmentLength} 个及以上的字符`);
  return faults;
}

function classesIn(password: string): number {
  return [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(password)).length;
}

function containsFragment(password: string, login: string): boolean {
  const within = password.toLowerCase();
  const pieces = [...login.toLowerCase()];
  return pieces.some((_, start) => {
    const piece = pieces.slice(start, start + fragmentLength);
    return piece.length === fragmentLength && within.includes(piece.join(''));
  });
}
