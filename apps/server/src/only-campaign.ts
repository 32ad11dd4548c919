import { DomainError } from '#kernel';
import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';

/**
 * The campaign a command works on: the one asked for, or the only one there is.
 * @throws DomainError `not_found`, naming the choice
 */
export async function onlyCampaign(dataSource: DataSource, asked: string | undefined): Promise<string> {
  if (asked !== undefined) {
    if (!isUuid(asked)) throw new DomainError('not_found', { detail: `${asked} 不是创建工作编号。` });
    return asked;
  }
  const campaigns = await dataSource.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM campaign ORDER BY id`,
  );
  const [only, ...others] = campaigns;
  if (only && others.length === 0) return only.id;
  const choice = campaigns.map((campaign) => `${campaign.id} ${campaign.name}`).join('；');
  const detail = only ? `有多项创建工作，请用 --campaign 指定：${choice}` : '还没有创建工作。';
  throw new DomainError('not_found', { detail });
}
