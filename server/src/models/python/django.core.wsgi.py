"""The application of a Django project for synchronous servers."""
from __wiretrace__ import object_of
from django.apps import _start_applications


def get_wsgi_application():
    _start_applications()
    return object_of("django.core.handlers.wsgi.WSGIHandler")
