import type { Clause, SourceDocument, TaskGroup } from './campaign-pack.js';
import type { EntryReader } from './entry-reader.js';
import type { PackReading } from './pack-reading.js';

export function readDocuments(reading: PackReading): SourceDocument[] {
  return reading.each('documents', 'document', (entry, id) => ({
    id,
    title: entry.text('title'),
    issuer: entry.text('issuer'),
    issuedOn: entry.optionalDate('issuedOn'),
    note: entry.optionalText('note'),
  }));
}

export function readGroups(reading: PackReading): TaskGroup[] {
  return reading.each('groups', 'group', (entry, id) => ({
    id,
    document: reading.reference(entry, 'document', 'document'),
    number: entry.text('number'),
    title: entry.text('title'),
    restatedIn: entry.entries('restatedIn', '其他文件').map((other) => readRestatement(reading, other)),
  }));
}

export function readClauses(reading: PackReading): Clause[] {
  return reading.each('clauses', 'clause', (entry, id, order) => {
    const document = reading.reference(entry, 'document', 'document');
    reading.noteDocument(id, document);
    return {
      id,
      document,
      number: entry.text('number'),
      title: entry.text('title'),
      group: reading.optionalReference(entry, 'group', 'group'),
      mentions: entry.texts('mentions'),
      order,
    };
  });
}

function readRestatement(reading: PackReading, entry: EntryReader): TaskGroup['restatedIn'][number] {
  const restatement = {
    document: reading.reference(entry, 'document', 'document'),
    items: entry.integer('items'),
  };
  entry.finish();
  return restatement;
}
