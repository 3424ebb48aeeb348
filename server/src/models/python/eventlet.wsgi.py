"""The server of eventlet."""
from __wiretrace__ import serve


def server(sock, site, log=None, **options): serve(site)
