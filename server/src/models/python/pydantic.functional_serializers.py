"""Serializers stand beside the validators."""
from pydantic.functional_validators import field_serializer, model_serializer, serializer
