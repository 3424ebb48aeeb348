/** Whether the parts exist. */
import { Router } from 'express';
import type { Application } from '../startup.ts';

export function healthRouter(application: Application): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    const { settings, supervisor, webSocketManager } = application;
    const isHealthy = supervisor !== undefined && webSocketManager !== undefined;
    response.status(isHealthy ? 200 : 503).json({
      status: isHealthy ? 'healthy' : 'starting',
      environment: settings.environment,
    });
  });
  return router;
}
