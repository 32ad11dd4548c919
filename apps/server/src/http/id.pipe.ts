import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#kernel';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in the path: what is no id names nothing, so it is "not found" and not "malformed". */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!uuid.test(value)) throw new DomainError('not_found');
    return value.toLowerCase();
  }
}
