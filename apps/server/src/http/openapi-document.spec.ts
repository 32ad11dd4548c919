import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document.js';

const sizes = ['small', 'medium', 'large'] as const;

class Shirt {
  @ApiProperty({ enum: sizes })
  size: (typeof sizes)[number];
}

@Controller('shirts')
class ShirtsController {
  @Get()
  @ApiOkResponse({ type: Shirt })
  one(): Shirt {
    return { size: 'small' };
  }
}

@Module({ controllers: [ShirtsController] })
class ShirtsModule {}

test('the description lists enums in order, and leaves the program’s own lists as they are', async () => {
  const app = await NestFactory.create(ShirtsModule, new FastifyAdapter(), { logger: false });
  const { components, paths } = openApiDocument(app);
  expect(components?.schemas?.['Shirt']).toMatchObject({
    properties: { size: { enum: ['large', 'medium', 'small'] } },
  });
  expect(paths['/shirts']?.get?.operationId).toBe('Shirts_one');
  expect(sizes).toEqual(['small', 'medium', 'large']);
  await app.close();
});
