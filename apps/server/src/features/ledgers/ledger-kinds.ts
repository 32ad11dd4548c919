import { type LedgerKind, ledgersDirectory, loadLedgerKinds, type LedgerSubject } from '#campaign-pack';
import { DomainError } from '#kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** The kinds of ledgers that come with the program, read once at start. */
@Injectable()
export class LedgerKinds implements OnModuleInit {
  private loaded: readonly LedgerKind[] | undefined;

  /** A fault in a file keeps the program from starting, rather than the first page from opening. */
  onModuleInit(): void {
    this.loaded = loadLedgerKinds(ledgersDirectory());
  }

  get all(): readonly LedgerKind[] {
    this.loaded ??= loadLedgerKinds(ledgersDirectory());
    return this.loaded;
  }

  /** @throws DomainError `not_found` */
  get(id: string): LedgerKind {
    const kind = this.all.find((each) => each.id === id);
    if (!kind) throw new DomainError('not_found', { detail: `没有台账“${id}”。` });
    return kind;
  }

  /** By what its entries are about. */
  about(subject: LedgerSubject): readonly LedgerKind[] {
    return this.all.filter((kind) => kind.subject === subject);
  }

  /** By its id or its Chinese name, as people type it. @throws DomainError `not_found` */
  named(word: string): LedgerKind {
    return this.get(this.all.find(({ name }) => name === word)?.id ?? word);
  }
}
