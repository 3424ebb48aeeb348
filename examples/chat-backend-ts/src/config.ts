/** Settings from the environment. */
export type Environment = 'development' | 'staging' | 'production';

export interface Settings {
  readonly environment: Environment;
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[];
  readonly agentTimeoutMilliseconds: number;
  readonly sessionSecret: string;
}

export function readSettings(): Settings {
  const environment = environmentOf(process.env.ENVIRONMENT ?? 'development');
  return {
    environment,
    host: process.env.HOST ?? '127.0.0.1',
    port: Number(process.env.PORT ?? '8000'),
    corsOrigins: environment === 'development' ? ['*'] : (process.env.CORS_ORIGINS ?? 'https://chat.example').split(','),
    agentTimeoutMilliseconds: 20_000,
    sessionSecret: process.env.SESSION_SECRET ?? 'a-secret-for-this-example',
  };
}

function environmentOf(name: string): Environment {
  if (name === 'staging' || name === 'production') return name;
  return 'development';
}
