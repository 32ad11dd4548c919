import { open } from 'node:fs/promises';

/** A new name is lasting once its folder is on disk. Windows cannot open folders and journals names by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
