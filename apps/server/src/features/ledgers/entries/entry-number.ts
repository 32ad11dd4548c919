/** The sequence number in what someone typed, such as `TZ-0007`; undefined when it is no number of an entry. */
export function seqInLedgerNumber(text: string): number | undefined {
  const match = /^(?:TZ-)?0*(\d{1,9})$/i.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
