/** Looks at a stored file; the answer is the reason it is refused, in Chinese, or undefined when it is fine. */
export type Inspect = (path: string) => Promise<string | undefined>;

/** The answer when the bytes are not what the extension says. */
export const notWhatItSays = '文件内容与扩展名不符';
export const damaged = '文件已损坏，无法读取';
export const hasMacros = '文件含有宏，请另存为不含宏的格式后再上传';
