"""The layer that messages between consumers go through."""
from __wiretrace__ import object_of


def get_channel_layer(alias="default"): return object_of("channels.layers.BaseChannelLayer")
def InMemoryChannelLayer(**kwargs): return object_of("channels.layers.InMemoryChannelLayer")
channel_layers = object_of("channels.layers.ChannelLayerManager")
