// NestJS: schedules.
const { handler } = require('@nestjs/common');
class ScheduleModule {
  static forRoot() {
    return { module: ScheduleModule };
  }
}
module.exports = {
  Cron: handler('schedule'),
  Interval: handler('schedule'),
  Timeout: handler('schedule'),
  ScheduleModule,
  CronExpression: {},
  SchedulerRegistry: class SchedulerRegistry {},
};
