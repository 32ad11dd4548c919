import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerConfig } from '../config/server-config.js';
import { StartUpError } from '../config/start-up-error.js';

/**
 * Starts to listen.
 * @returns the port, which the system chooses when the config says 0
 * @throws StartUpError when the port is taken or may not be used
 */
export async function listen(app: NestFastifyApplication, config: ServerConfig): Promise<number> {
  await app.init();
  try {
    // Not through app.listen, which also logs the failure in English before we can say it.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new StartUpError(`端口 ${config.port} 已被别的程序占用：请先停掉它，或用 PORT=其他端口 启动。`);
    }
    if (code === 'EACCES')
      throw new StartUpError(`没有权限使用端口 ${config.port}：请改用 1024 以上的端口。`);
    if (code === 'EADDRNOTAVAIL') throw new StartUpError(`本机没有地址 ${config.host}：请检查 HOST。`);
    throw error;
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : config.port;
}
