"""BackgroundTasks is starlette's."""
from starlette.background import BackgroundTask, BackgroundTasks
