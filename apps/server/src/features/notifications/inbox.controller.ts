import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, CurrentPerson, Policy } from '../../http/policy.decorator.js';
import type { SignedIn } from '../../http/signed-in.js';
import { InboxStreams } from './inbox-streams.js';
import { InboxPage, ReadItems } from './inbox.dto.js';
import { markRead, readInbox } from './inbox.queries.js';

/** 消息: what the person was reminded of and has not done yet. */
@Controller('campaigns/:campaignId/inbox')
@Policy('member')
export class InboxController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly streams: InboxStreams,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<InboxPage> {
    return this.unitOfWork.read({ actor, campaignId }, readInbox);
  }

  @Post('readings')
  @HttpCode(200)
  read(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: ReadItems,
  ): Promise<InboxPage> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await markRead(work, body.items);
      return readInbox(work);
    });
  }

  /** Server-sent events: the number of unread items, now and whenever it changes. */
  @Get('stream')
  @ApiExcludeEndpoint()
  stream(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    });
    this.streams.open({ sessionId: person.sessionId, accountId: person.accountId, campaignId, response });
  }
}
