import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../../database/business-time.js';
import { Public } from '../../http/policy.decorator.js';
import { SessionCookie } from '../../http/session-cookie.js';
import { SessionView } from './session.dto.js';
import { readSession } from './session.queries.js';
import { SetUp } from './set-up.js';
import { SetupRequest } from './setup.dto.js';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settingUp: SetUp,
    private readonly time: BusinessTime,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('there is no account yet; the one-time code from the console stands in for one')
  async setUp(
    @Body() body: SetupRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = await this.settingUp.setUp(body, request.ip);
    this.cookie.set(reply, opened.token);
    return readSession(this.dataSource.manager, this.time, opened.accountId);
  }
}
