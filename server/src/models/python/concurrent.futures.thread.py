"""Where ThreadPoolExecutor stands."""
from concurrent.futures import ThreadPoolExecutor
