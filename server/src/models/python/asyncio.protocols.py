"""Protocol base classes."""


class BaseProtocol:
    def connection_made(self, transport): return None
    def connection_lost(self, exc): return None
    def pause_writing(self): return None
    def resume_writing(self): return None
class Protocol(BaseProtocol):
    def data_received(self, data): return None
    def eof_received(self): return None
class BufferedProtocol(BaseProtocol): pass
class DatagramProtocol(BaseProtocol):
    def datagram_received(self, data, addr): return None
    def error_received(self, exc): return None
class SubprocessProtocol(BaseProtocol): pass
