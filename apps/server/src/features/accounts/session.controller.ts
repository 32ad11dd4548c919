import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { Clock } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../../database/business-time.js';
import { CLOCK } from '../../database/core.module.js';
import { CurrentPerson, Policy, Public } from '../../http/policy.decorator.js';
import { SessionCookie } from '../../http/session-cookie.js';
import type { SignedIn } from '../../http/signed-in.js';
import { ChangeOwnPassword } from './change-own-password.js';
import { PasswordChangeRequest, SessionView, SignInRequest } from './session.dto.js';
import { readSession } from './session.queries.js';
import { SignIn } from './sign-in.js';
import { signOut } from './sign-out.js';

/** One's own session. All of it can be reached while the first password still has to be changed. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signing: SignIn,
    private readonly passwords: ChangeOwnPassword,
    private readonly time: BusinessTime,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('this is where people sign in')
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const formerToken = this.cookie.read(request);
    const opened = await this.signing.signIn({ ...body, address: request.ip, formerToken });
    this.cookie.set(reply, opened.token);
    return readSession(this.dataSource.manager, this.time, opened.accountId);
  }

  @Get()
  @Policy('own_password')
  read(@CurrentPerson() person: SignedIn): Promise<SessionView> {
    return readSession(this.dataSource.manager, this.time, person.accountId);
  }

  @Delete()
  @HttpCode(204)
  @Policy('own_password')
  async signOut(
    @CurrentPerson() person: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.dataSource.transaction((manager) => signOut(manager, person, this.clock.now()));
    this.cookie.clear(reply);
  }

  @Put('password')
  @Policy('own_password')
  async changePassword(
    @CurrentPerson() person: SignedIn,
    @Body() body: PasswordChangeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    this.cookie.set(reply, await this.passwords.change(person, body));
    return readSession(this.dataSource.manager, this.time, person.accountId);
  }
}
