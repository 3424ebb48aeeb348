/** Starts everything, then serves. */
import { createServer } from 'node:http';
import express from 'express';
import { readSettings } from './config.ts';
import { healthRouter } from './routes/health.ts';
import { attachWebSockets } from './routes/websocket.ts';
import { initializeSystem } from './startup.ts';

async function main(): Promise<void> {
  const settings = readSettings();
  const application = await initializeSystem(settings);
  const app = express();
  app.use((_request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', settings.corsOrigins[0] ?? '*');
    next();
  });
  app.use(healthRouter(application));
  const server = createServer(app);
  attachWebSockets(server, application);
  server.listen(settings.port, settings.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : settings.port;
    console.log(`running on http://${settings.host}:${port}`);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
