import type { Cell, RawSheet } from './cell.js';

/** What the reading worker is given: the file, and how many rows of a sheet it may read. */
export interface WorkerOrder {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** What the reading worker tells: a sheet, its rows piece by piece, and the end. */
export type WorkerMessage =
  | { readonly kind: 'sheet'; readonly head: Omit<RawSheet, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'done'; readonly libraryMilliseconds: number }
  | { readonly kind: 'refused'; readonly reason: string };
