"""Models."""
from __wiretrace__ import allocate, attributes_of, bind_fields, make_class_method, mapping_items, some, store_attribute, type_of, unknown
from _external import external
from _open_containers import dict_of


class BaseModel:
    model_config = {}
    model_fields = dict_of(some("str"), unknown("a value of a mapping"))
    model_computed_fields = dict_of(some("str"), unknown("a value of a mapping"))
    model_fields_set = some("set")
    model_extra = unknown("what else a model holds")
    __fields__ = dict_of(some("str"), unknown("a value of a mapping"))
    def __init__(self, /, **data):
        bind_fields(self, data)
        self.model_post_init(None)
    def __init_subclass__(cls, **kwargs): pass
    def __class_getitem__(cls, typevar_values): return cls
    def model_post_init(self, context, /): return None
    def model_dump(self, **options): return dict_of(some("str"), unknown("a value of a mapping"))
    def model_dump_json(self, **options): return some("str")
    def dict(self, **options): return dict_of(some("str"), unknown("a value of a mapping"))
    def json(self, **options): return some("str")
    def model_copy(self, *, update=None, deep=False):
        copy = allocate(type_of(self))
        for name, value in mapping_items(attributes_of(self)):
            store_attribute(copy, name, value)
        if update is not None:
            for name, value in update.items():
                store_attribute(copy, name, value)
        return copy
    def copy(self, *, update=None, deep=False, **options): return self.model_copy(update=update)
    @make_class_method
    def model_validate(cls, obj, **options): return _from(cls, obj)
    @make_class_method
    def model_validate_json(cls, json_data, **options): return _from(cls, unknown("what is read from JSON"))
    @make_class_method
    def model_validate_strings(cls, obj, **options): return _from(cls, obj)
    @make_class_method
    def model_construct(cls, _fields_set=None, **values): return _from(cls, values)
    @make_class_method
    def model_json_schema(cls, **options): return dict_of(some("str"), unknown("a value of a mapping"))
    @make_class_method
    def model_rebuild(cls, **options): return None
    @make_class_method
    def parse_obj(cls, obj): return _from(cls, obj)
    @make_class_method
    def parse_raw(cls, b, **options): return _from(cls, unknown("what is read from JSON"))
    @make_class_method
    def parse_file(cls, path, **options): return _from(cls, unknown("what is read from a file"))
    @make_class_method
    def from_orm(cls, obj): return _from(cls, unknown("what an object of the database holds"))
    @make_class_method
    def construct(cls, _fields_set=None, **values): return _from(cls, values)
    @make_class_method
    def schema(cls, **options): return dict_of(some("str"), unknown("a value of a mapping"))
    @make_class_method
    def schema_json(cls, **options): return some("str")
    @make_class_method
    def update_forward_refs(cls, **localns): return None


def _from(cls, values):
    instance = allocate(cls)
    bind_fields(instance, values)
    return instance


class RootModel(BaseModel):
    def __init__(self, root=None, /, **data): self.root = data if root is None else root


def create_model(model_name, /, **options): return unknown("a class made at run time")
def __getattr__(name): return external("pydantic.main." + name)
