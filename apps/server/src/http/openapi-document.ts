import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API as OpenAPI, generated from the DTO classes. It is committed as docs/openapi.json and checked for drift. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle('Junheng 均衡')
    .setDescription('义务教育优质均衡发展县创建工作：交办、办理、审核、督办')
    .setVersion('1')
    .addCookieAuth('__Host-sid')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  sortEnums(document);
  return document;
}

/**
 * The compiler lists the members of a union in the order it met them, which differs from build to build. Each list is
 * replaced and not sorted in place: where a decorator named one, it is the program's own constant.
 */
function sortEnums(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum' && Array.isArray(value)) Object.assign(node, { enum: value.toSorted() });
    else sortEnums(value);
  }
}
