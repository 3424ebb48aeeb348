"""django.core: the package itself holds nothing."""
