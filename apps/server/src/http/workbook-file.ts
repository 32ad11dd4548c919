import { StreamableFile } from '@nestjs/common';

export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An .xlsx as a download. @param name with its ending; any characters */
export function workbookFile(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: workbookMediaType,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
