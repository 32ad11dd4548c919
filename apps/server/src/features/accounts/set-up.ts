import { loadPack, packDataDirectory, packIds } from '#campaign-pack';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { BusinessTime } from '../../database/business-time.js';
import { CLOCK } from '../../database/core.module.js';
import { recordAudit } from '../audit/audit.module.js';
import { createCampaign, loadPackIntoCampaign } from '../campaigns/campaigns.module.js';
import { lockAccounts } from './accounts-work.js';
import { createAccount } from './create-account.js';
import { addressKey, addressLimit, countFailure, loginLimit, refuseWhileLocked } from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';
import { requireGoodPassword } from './require-good-password.js';
import { openSession } from './sessions.js';
import { isSetupCode, spendSetupCode } from './setup-code.js';
import type { SetupRequest } from './setup.dto.js';
import type { OpenedSession } from './sign-in.js';

const setupKey = 'setup';

/** The first set-up of an empty installation: the first administrator, and with a pack the first campaign. */
@Injectable()
export class SetUp {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly time: BusinessTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `setup_refused`, `locked`, `weak_password`, `rule_refused` when the pack has faults */
  async setUp(request: SetupRequest, address: string): Promise<OpenedSession> {
    const { manager } = this.dataSource;
    await refuseWhileLocked(manager, [setupKey, addressKey(address)], this.clock.now());
    await refuseOnceSetUp(manager);
    if (!(await isSetupCode(manager, request.code))) await this.refuseWrongCode(address);
    requireKnownPack(request.packId);
    requireGoodPassword(request.password, request.login, '/password');
    const passwordHash = await this.hasher.hash(request.password);
    return this.dataSource.transaction((inside) => this.fill(inside, request, passwordHash));
  }

  private async refuseWrongCode(address: string): Promise<never> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await countFailure(manager, setupKey, loginLimit, now);
      await countFailure(manager, addressKey(address), addressLimit, now);
      await recordAudit(manager, {
        at: new Date(now),
        account: null,
        action: 'setup',
        outcome: 'failed',
        detail: { address },
      });
    });
    throw new DomainError('setup_refused', { errors: [{ pointer: '/code', message: '设置码不对' }] });
  }

  private async fill(
    manager: EntityManager,
    request: SetupRequest,
    passwordHash: string,
  ): Promise<OpenedSession> {
    await lockAccounts(manager);
    await refuseOnceSetUp(manager);
    const now = this.clock.now();
    const accountId = await createAccount(manager, {
      login: request.login,
      name: request.name,
      email: null,
      passwordHash,
      mustChangePassword: false,
      administrator: true,
      demo: false,
      createdAt: new Date(now),
      membership: null,
    });
    if (request.packId !== null)
      await this.addCampaign(manager, request.packId, request.campaignName, accountId);
    const token = await openSession(manager, { id: accountId, passwordHash }, now);
    if (!token || !(await spendSetupCode(manager, request.code))) throw new DomainError('setup_refused');
    await recordAudit(manager, {
      at: new Date(now),
      account: { id: accountId, name: request.name },
      action: 'setup',
      target: accountId,
      outcome: 'done',
      detail: { packId: request.packId },
    });
    return { accountId, token };
  }

  private async addCampaign(
    manager: EntityManager,
    packId: string,
    campaignName: string | undefined,
    accountId: string,
  ): Promise<void> {
    const pack = loadPack(join(packDataDirectory(), packId));
    const { now } = await this.time.moment(manager);
    const work = { manager, actor: { accountId }, campaignId: v7(), now: new Date(now), newId: () => v7() };
    await createCampaign(work, { name: campaignName ?? pack.name, place: pack.place });
    await loadPackIntoCampaign(work, pack);
  }
}

async function refuseOnceSetUp(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<{ done: boolean }[]>(`SELECT EXISTS (SELECT 1 FROM account) AS done`);
  if (row?.done) throw new DomainError('setup_refused', { detail: '系统已经设置过了，请直接登录。' });
}

/** Only names from the list ever become part of a path. */
function requireKnownPack(packId: string | null): void {
  if (packId !== null && !packIds().includes(packId)) {
    throw new DomainError('malformed', { errors: [{ pointer: '/packId', message: '没有这个数据包' }] });
  }
}
